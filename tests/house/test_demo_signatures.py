"""Each signature of the sample school keeps the rules of signing, so that recording it can never be refused."""

from datetime import date

from tests.house.demo_files import Row, begins, line, moment, people, policies, rows, versions_of


def in_force(number: str, on: date) -> str:
    return [version["label"] for version in versions_of(number) if begins(version) <= on][-1]


def signing(row: Row) -> tuple[str, str, str, str]:
    return row["policy_number"], row["version"], row["person"], row["signed_on"]


def test_each_acknowledgement_is_of_the_version_in_force_on_the_day_of_signing() -> None:
    wrong = [
        line(row)
        for row in rows("acknowledgements")
        if row["version"] != in_force(row["policy_number"], date.fromisoformat(row["signed_on"]))
    ]

    assert wrong == []


def test_each_acknowledgement_is_by_somebody_employed_and_there_on_the_day_of_signing() -> None:
    away = [(row["name"], row["from"], row["until"] or "9999") for row in rows("absences")]

    for row in rows("acknowledgements"):
        person, day = people()[row["person"]], row["signed_on"]
        assert person["started"] <= day <= (person["left"] or day), line(row)
        assert not [name for name, since, until in away if name == row["person"] and since <= day <= until], line(row)


def test_each_acknowledgement_was_asked_for_of_that_person() -> None:
    for row in rows("acknowledgements"):
        policy = policies()[row["policy_number"]]
        groups = people()[row["person"]]["groups"].split(";")
        assert set(groups) & set(policy["audience"].split(";")), line(row)
        assert row["signed_on"] >= policy["asked_from"], line(row)


def test_acknowledgements_stand_in_the_order_in_which_they_were_recorded() -> None:
    moments = [moment(row["recorded_at"]) for row in rows("acknowledgements")]

    assert moments == sorted(set(moments))


def test_nothing_is_signed_after_it_was_recorded_nor_recorded_before_what_it_is_about() -> None:
    versions = {(row["policy_number"], row["label"]): row for row in rows("versions")}

    for row in rows("acknowledgements"):
        about = versions[row["policy_number"], row["version"]], people()[row["person"]], people()[row["recorded_by"]]
        assert moment(row["recorded_at"]).date() >= date.fromisoformat(row["signed_on"]), line(row)
        assert max(moment(one["recorded_at"]) for one in about) <= moment(row["recorded_at"]), line(row)


def test_only_people_themselves_sign_in_the_browser() -> None:
    for row in rows("acknowledgements"):
        assert (row["means"] == "web") == (row["recorded_by"] == row["person"]) or row["person"] == "Dora Foolscap"


def test_who_declines_or_asks_says_why() -> None:
    unexplained = [line(row) for row in rows("acknowledgements") if row["state"] != "acknowledged" and not row["note"]]

    assert unexplained == []


def test_each_void_names_one_acknowledgement_and_comes_after_it() -> None:
    given = {signing(row): row for row in rows("acknowledgements")}

    assert len(given) == len(rows("acknowledgements"))
    for void in rows("voids"):
        assert moment(void["recorded_at"]) > moment(given[signing(void)]["recorded_at"]), line(void)
        assert void["reason"], line(void)


def test_what_was_voided_was_signed_again() -> None:
    for void in rows("voids"):
        again = [row for row in rows("acknowledgements") if signing(row)[:3] == signing(void)[:3]]

        assert [row for row in again if row["signed_on"] > void["signed_on"]] != [], line(void)

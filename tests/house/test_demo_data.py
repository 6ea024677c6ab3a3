"""The sample school's files agree with each other: every name is known, every day is possible, every rule is kept."""

import csv
import re
import tomllib
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

TOP = Path(__file__).parents[2]
DEMO = TOP / "db" / "demo"
HEADERS = {
    "staff": "name,email,role,groups,started,left,recorded_at,left_recorded_at",
    "absences": "name,from,until,recorded_at",
    "policies": "number,title,status,responsible_officer,committee,cycle,last_reviewed,next_review_stated,approved_on,"
    "audience,asked_from,confidential,catalogue_key,withdrawn_on,recorded_at",
    "versions": "policy_number,label,in_force_from,kind,decided_by,reason,document,recorded_at",
    "reviews": "policy_number,reviewed,outcome,recorded_at",
    "acknowledgements": "policy_number,version,person,signed_on,state,means,recorded_by,recorded_at,note",
    "voids": "policy_number,version,person,signed_on,reason,recorded_by,recorded_at",
}
DAYS = {"staff": ("started", "left"), "absences": ("from", "until"), "acknowledgements": ("signed_on",)}
DAYS |= {"policies": ("asked_from", "withdrawn_on"), "voids": ("signed_on",)}
WORDS = {
    ("policies", "status"): {"in force", "live", "draft", "withdrawn"},
    ("policies", "confidential"): {"yes", "no"},
    ("versions", "kind"): {"first", "minor", "material"},
    ("reviews", "outcome"): {"unchanged", "minor", "material", "not known"},
    ("acknowledgements", "state"): {"acknowledged", "declined", "queried"},
    ("acknowledgements", "means"): {"paper", "meeting", "email", "web"},
}
PARTIAL = re.compile(
    r"\d{4}-\d\d-\d\d|\d{4}|\d{4}/\d\d|(Spring|Summer|Autumn) ([12]|term) \d{4}"
    r"|(January|February|March|April|May|June|July|August|September|October|November|December) \d{4}"
)
Row = dict[str, str]


@cache
def school() -> dict[str, Any]:
    return tomllib.loads((DEMO / "school.toml").read_text(encoding="utf-8"))


@cache
def rows(name: str) -> list[Row]:
    with (DEMO / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def demo_day() -> date:
    day = school()["demo_day"]
    assert isinstance(day, date)
    return day


def people() -> dict[str, Row]:
    return {row["name"]: row for row in rows("staff")}


def posts() -> set[str]:
    return {post["title"] for post in school()["posts"]}


def committees() -> set[str]:
    return {committee["name"] for committee in school()["committees"]}


def policies() -> dict[str, Row]:
    return {row["number"]: row for row in rows("policies")}


def versions_of(number: str) -> list[Row]:
    return [row for row in rows("versions") if row["policy_number"] == number]


def begins(version: Row) -> date:
    """The day from which a version is in force; long ago where the school knows less than the day."""
    day = version["in_force_from"]
    return date.fromisoformat(day) if re.fullmatch(r"\d{4}-\d\d-\d\d", day) else date.min


def in_force(number: str, on: date) -> str:
    return [version["label"] for version in versions_of(number) if begins(version) <= on][-1]


def moment(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)


def signing(row: Row) -> tuple[str, str, str, str]:
    return row["policy_number"], row["version"], row["person"], row["signed_on"]


def line(row: Row) -> str:
    return " ".join(value for value in row.values() if value)


@pytest.mark.parametrize("name", HEADERS)
def test_each_sheet_is_plain_utf_8_with_the_documented_columns(name: str) -> None:
    content = (DEMO / f"{name}.csv").read_bytes()

    lines = list(csv.reader(content.decode("utf-8").splitlines(), strict=True))

    assert ",".join(lines[0]) == HEADERS[name]
    assert {len(cells) for cells in lines} == {len(lines[0])}
    assert [cell for cells in lines for cell in cells if cell != cell.strip()] == []
    assert b"\r" not in content


@pytest.mark.parametrize(
    ("name", "key"), [("staff", "name"), ("staff", "email"), ("policies", "number"), ("policies", "title")]
)
def test_nobody_and_nothing_stands_twice(name: str, key: str) -> None:
    values = [row[key] for row in rows(name)]

    assert sorted(set(values)) == sorted(values)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("absences", "name"),
        ("acknowledgements", "person"),
        ("acknowledgements", "recorded_by"),
        ("voids", "person"),
        ("voids", "recorded_by"),
    ],
)
def test_everybody_named_in_a_sheet_is_on_the_staff_sheet(name: str, key: str) -> None:
    assert {row[key] for row in rows(name)} <= people().keys()


def test_everybody_who_holds_a_post_is_employed_while_holding_it() -> None:
    holders = [holder for post in school()["posts"] for holder in post["holders"]]

    for holder in holders:
        person = people()[holder["name"]]
        assert person["started"] <= holder["from"].isoformat(), holder
        assert not person["left"] or holder["until"].isoformat() <= person["left"], holder


def test_each_group_has_members_and_only_known_groups_are_asked() -> None:
    known = {group["slug"] for group in school()["groups"]}

    assert {group for row in rows("staff") for group in row["groups"].split(";")} == known
    assert {group for row in rows("policies") for group in row["audience"].split(";") if group} <= known


def test_officers_and_committees_are_known() -> None:
    assert {row["responsible_officer"] for row in rows("policies")} <= posts() | people().keys() | {""}
    assert {row["committee"] for row in rows("policies")} == committees()
    assert {row["decided_by"] for row in rows("versions")} <= posts() | committees() | {""}


@pytest.mark.parametrize("name", ["versions", "reviews", "acknowledgements", "voids"])
def test_each_policy_number_is_known(name: str) -> None:
    assert {row["policy_number"] for row in rows(name)} <= policies().keys()


@pytest.mark.parametrize(("name", "keys"), DAYS.items())
def test_days_are_real_days_and_in_order(name: str, keys: tuple[str, ...]) -> None:
    for row in rows(name):
        days = [date.fromisoformat(row[key]) for key in keys if row[key]]
        assert days == sorted(days), line(row)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("policies", "last_reviewed"),
        ("policies", "next_review_stated"),
        ("policies", "approved_on"),
        ("versions", "in_force_from"),
        ("reviews", "reviewed"),
    ],
)
def test_dates_of_policies_are_days_or_as_a_school_writes_them(name: str, key: str) -> None:
    written = {row[key] for row in rows(name)} - {""}

    assert [text for text in written if not PARTIAL.fullmatch(text)] == []
    assert [date.fromisoformat(text) for text in written if text.count("-")] != []


@pytest.mark.parametrize(("name", "key"), WORDS)
def test_only_the_words_of_the_register_are_used(name: str, key: str) -> None:
    assert {row[key] for row in rows(name)} == WORDS[name, key]


@pytest.mark.parametrize("name", HEADERS)
def test_everything_was_recorded_between_the_start_of_the_register_and_the_demo_day(name: str) -> None:
    moments = [moment(row[key]) for row in rows(name) for key in row if key.endswith("recorded_at") and row[key]]

    assert min(moments) >= school()["started_at"]
    assert max(moments).date() <= demo_day()


def test_the_last_review_of_a_policy_is_its_newest_review() -> None:
    reviewed = {row["policy_number"]: row["reviewed"] for row in rows("reviews")}

    assert {number: row["last_reviewed"] for number, row in policies().items() if row["last_reviewed"]} == reviewed


def test_versions_of_a_policy_start_with_the_first_and_follow_each_other() -> None:
    for number in policies():
        kinds = [version["kind"] for version in versions_of(number)]
        starts = [begins(version) for version in versions_of(number)]

        assert kinds[:1] in ([], ["first"]), number
        assert "first" not in kinds[1:], number
        assert starts == sorted(starts), number


def test_each_revision_says_who_decided_it_and_why() -> None:
    revisions = [row for row in rows("versions") if row["kind"] != "first"]

    assert [line(row) for row in revisions if not (row["decided_by"] and row["reason"])] == []


def test_policies_that_ask_for_signatures_say_since_when() -> None:
    assert [line(row) for row in rows("policies") if bool(row["audience"]) != bool(row["asked_from"])] == []


def test_catalogue_keys_are_those_of_papers_for_english_academies() -> None:
    with (TOP / "db" / "catalogue" / "statutory-policies.csv").open(encoding="utf-8", newline="") as file:
        catalogue = {row["key"]: row for row in csv.DictReader(file, strict=True)}

    for key in {row["catalogue_key"] for row in rows("policies")} - {""}:
        assert catalogue[key]["jurisdiction"] == "England", key
        assert "academy" in catalogue[key]["school_types"].split("|"), key


@pytest.mark.parametrize(
    ("what", "count", "expected"),
    [
        ("policies", lambda: len(rows("policies")), 42),
        ("staff employed on the demo day", lambda: len(employed_on_demo_day("all-staff")), 30),
        ("governors, headteacher and elected one included", lambda: len(employed_on_demo_day("governors")), 11),
        ("volunteers", lambda: len(employed_on_demo_day("volunteers")), 4),
        ("contractors", lambda: len(employed_on_demo_day("contractors")), 3),
        ("committees", lambda: len(committees()), 3),
        ("acknowledgements", lambda: round(len(rows("acknowledgements")), -2), 600),
        ("voids", lambda: len(rows("voids")), 2),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_school_has_the_promised_size(what: str, count: Callable[[], int], expected: int) -> None:
    assert count() == expected, what


def employed_on_demo_day(group: str) -> list[str]:
    day = demo_day().isoformat()
    return [
        name
        for name, row in people().items()
        if group in row["groups"].split(";") and row["started"] <= day and not (row["left"] and row["left"] < day)
    ]


def test_every_address_is_one_that_cannot_exist() -> None:
    assert [
        row["email"] for row in rows("staff") if not re.fullmatch(r"[a-z]\.[a-z]+@[a-z.]+\.example", row["email"])
    ] == []


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

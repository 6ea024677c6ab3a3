"""The sample school's files agree with each other: every name is known, every day is possible, every rule is kept."""

import csv
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.house.demo_files import DEMO, begins, demo_day, line, moment, people, policies, rows, school, versions_of

TOP = Path(__file__).parents[2]
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


def posts() -> set[str]:
    return {post["title"] for post in school()["posts"]}


def committees() -> set[str]:
    return {committee["name"] for committee in school()["committees"]}


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

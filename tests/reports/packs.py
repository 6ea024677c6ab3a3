"""Packs to print in tests: all defaults sensible, only what matters named."""

from dataclasses import replace
from datetime import date
from typing import Any

from policyaudit.domain.partial_date import PartialDate
from policyaudit.domain.schedule import Standing
from policyaudit.usecases.governors_pack import (
    GovernorsPack,
    GroupLine,
    OutstandingPerson,
    Progress,
    ReviewLine,
    RevisionLine,
    SchoolLine,
    SignOffLine,
    Standings,
    Unknown,
)

AS_OF = date(2026, 11, 2)
SCHOOL = "Larkmead Primary School"


on = PartialDate.of_day
in_month = PartialDate.of_month


def a_pack(**changes: Any) -> GovernorsPack:  # noqa: ANN401 - whichever fields matter
    """A school with nothing in its register, and what matters of it."""
    empty = GovernorsPack(
        name=SCHOOL,
        as_of=AS_OF,
        within=60,
        standings=Standings(),
        confidential=Standings(),
        sign_off=Progress(),
        confidential_sign_off=Progress(),
        unknown=Unknown(),
    )
    return replace(empty, **changes)


def a_review(title: str = "Attendance Policy", **changes: Any) -> ReviewLine:  # noqa: ANN401 - whichever fields matter
    """A review that is overdue since the end of September."""
    line = ReviewLine(
        title=title,
        school=SCHOOL,
        standing=Standing.OVERDUE,
        responsible_officer="Headteacher",
        committee="Full governing board",
        last_reviewed=in_month(2025, 9),
        next_review=in_month(2026, 9),
        days_overdue=33,
    )
    return replace(line, **changes)


def a_sign_off(title: str = "Attendance Policy", **changes: Any) -> SignOffLine:  # noqa: ANN401 - whichever fields matter
    """A policy that most people have signed."""
    line = SignOffLine(title=title, school=SCHOOL, version="2.1", progress=Progress(30, 26, 3))
    return replace(line, **changes)


def a_group(group: str = "All staff", **changes: Any) -> GroupLine:  # noqa: ANN401 - whichever fields matter
    """A group that has signed most of what it has to sign."""
    line = GroupLine(group=group, school=SCHOOL, people=30, people_outstanding=9, progress=Progress(300, 260, 21))
    return replace(line, **changes)


def a_revision(title: str = "Attendance Policy", **changes: Any) -> RevisionLine:  # noqa: ANN401 - whichever fields matter
    """A material revision of this autumn."""
    line = RevisionLine(
        title=title,
        school=SCHOOL,
        version="3.0",
        in_force_from=on(date(2026, 9, 1)),
        kind="material",
        decided_by="Full governing board",
        reason="Follows the new guidance on working together to improve attendance",
        asked_again=30,
    )
    return replace(line, **changes)


def a_school_pack() -> GovernorsPack:
    """A primary school in the autumn: some reviews late, most people up to date, one fresh material revision."""
    return a_pack(
        trust="Hedgerow Learning Trust",
        standings=Standings(overdue=4, due=2, due_soon=4, in_date=25, unscheduled=2, live=2),
        confidential=Standings(overdue=0, due_soon=1, in_date=2),
        sign_off=Progress(612, 541, 38),
        confidential_sign_off=Progress(12, 9, 1),
        unknown=Unknown(values_waiting=12, without_officer=1, without_committee=3, without_audience=14, people=38),
        overdue=_overdue(),
        unscheduled=_unscheduled(),
        upcoming=_upcoming(),
        sign_offs=_sign_offs(),
        groups=_groups(),
        revisions=_revisions(),
        drafts=1,
        withdrawn=2,
    )


def _overdue() -> tuple[ReviewLine, ...]:
    return (
        a_review(
            "Lettings and Community Use of Premises",
            number="FIN-12",
            responsible_officer="School business manager",
            committee="Finance and premises",
            last_reviewed=in_month(2021, 6),
            next_review=in_month(2024, 6),
            days_overdue=855,
        ),
        a_review(
            "Charging and Remissions",
            number="FIN-04",
            responsible_officer="School business manager",
            committee="Finance and premises",
            last_reviewed=on(date(2024, 7, 9)),
            next_review=on(date(2026, 7, 9)),
            days_overdue=116,
        ),
        a_review(number="PUP-02", responsible_officer="Mrs Chalke, Assistant headteacher"),
        a_review(
            "Supporting Pupils with Medical Conditions",
            number="PUP-17",
            committee="Pupils and curriculum",
            responsible_officer=None,
            last_reviewed=on(date(2025, 10, 20)),
            next_review=on(date(2026, 10, 20)),
            days_overdue=13,
        ),
    )


def _unscheduled() -> tuple[ReviewLine, ...]:
    return (
        a_review(
            "Home and School Agreement",
            standing=Standing.UNSCHEDULED,
            committee=None,
            last_reviewed=None,
            next_review=None,
            days_overdue=None,
        ),
        a_review(
            "Social Media for Staff",
            standing=Standing.UNSCHEDULED,
            next_review=None,
            days_overdue=None,
        ),
    )


def _upcoming() -> tuple[ReviewLine, ...]:
    due = {"standing": Standing.DUE, "days_overdue": None}
    soon = {"standing": Standing.DUE_SOON, "days_overdue": None}
    return (
        a_review("Online Safety", number="PUP-11", next_review=in_month(2026, 11), days_left=28, **due),
        a_review(
            "Special Educational Needs Information Report",
            number="PUP-21",
            responsible_officer="Ms Inkwell, SENCO",
            committee="Pupils and curriculum",
            next_review=in_month(2026, 11),
            days_left=28,
            **due,
        ),
        a_review(
            "Health and Safety",
            number="PRE-01",
            responsible_officer="School business manager",
            committee="Finance and premises",
            next_review=on(date(2026, 11, 30)),
            days_left=28,
            **soon,
        ),
        a_review("Behaviour", number="PUP-03", next_review=on(date(2026, 12, 4)), days_left=32, **soon),
        a_review("Complaints Procedure", number="GOV-05", next_review=in_month(2026, 12), days_left=59, **soon),
    )


def _sign_offs() -> tuple[SignOffLine, ...]:
    rows = (
        ("Staff Code of Conduct", "STA-01", "4.0", 38, 24, 9, 1, 0),
        ("Child Protection and Safeguarding", "SAF-01", "2026", 42, 35, 6, 0, 1),
        ("Acceptable Use of ICT", "STA-09", "3.1", 38, 32, 5, 0, 0),
        ("Keeping Children Safe in Education, Part one", None, "2026", 42, 37, 4, 0, 0),
        ("Health and Safety", "PRE-01", "2.2", 38, 35, 3, 0, 0),
        ("Whistleblowing", "STA-05", "1.3", 38, 36, 2, 0, 0),
        ("Attendance", "PUP-02", "3.0", 30, 2, 0, 0, 0),
        ("Behaviour", "PUP-03", "5", 30, 28, 0, 0, 0),
        ("Supporting Pupils with Medical Conditions", "PUP-17", "1.1", 30, 30, 0, 0, 0),
        ("Fire Safety and Evacuation", "PRE-03", "2025", 38, 38, 0, 0, 0),
    )
    return tuple(
        a_sign_off(
            title,
            number=number,
            version=version,
            progress=Progress(required, given, late),
            declined=declined,
            queried=queried,
        )
        for title, number, version, required, given, late, declined, queried in rows
    )


def _groups() -> tuple[GroupLine, ...]:
    return (
        a_group("Support staff", people=14, people_outstanding=7, progress=Progress(182, 153, 19)),
        a_group("Teaching staff", people=16, people_outstanding=6, progress=Progress(256, 236, 11)),
        a_group("Volunteers", people=5, people_outstanding=3, progress=Progress(25, 17, 5)),
        a_group("Governors", people=9, people_outstanding=2, progress=Progress(36, 33, 3)),
        a_group("Contractors", people=2, people_outstanding=0, progress=Progress(4, 4, 0)),
    )


def _revisions() -> tuple[RevisionLine, ...]:
    return (
        a_revision("Attendance", number="PUP-02", in_force_from=on(date(2026, 10, 26))),
        a_revision(
            "Staff Code of Conduct",
            number="STA-01",
            version="4.0",
            asked_again=38,
            reason="Low-level concerns: who is told, and by when",
        ),
        a_revision(
            "Acceptable Use of ICT",
            number="STA-09",
            version="3.1",
            kind="minor",
            in_force_from=on(date(2026, 4, 20)),
            decided_by="Headteacher",
            reason="Spelling, and the new name of the help desk",
            asked_again=0,
            sign_offs_kept=35,
        ),
        a_revision(
            "Fire Safety and Evacuation",
            version="2025",
            kind="first",
            number="PRE-03",
            in_force_from=on(date(2025, 12, 1)),
            reason="Replaces the fire section of Health and Safety",
            decided_by="Finance and premises",
            asked_again=38,
        ),
    )


def a_pack_with_names() -> GovernorsPack:
    """The same school, with the names of those who have to sign."""
    people = (
        OutstandingPerson(
            "Mr Blotter",
            6,
            4,
            41,
            apart="blotter@quillbrook.example",
            policies=("Behaviour & <rewards>", "Online safety"),
            further=4,
        ),
        OutstandingPerson("Ms Siân Tŷ-Gŵyn", 3, 1, 12),
        OutstandingPerson("Miss Quill", 1),
    )
    first, *others = _groups()
    return replace(a_school_pack(), named=True, groups=(replace(first, names=people), *others))


def a_trust_pack() -> GovernorsPack:
    """Five schools, each with one policy: two overdue, three without a date, nobody asked to sign."""
    names = (
        "Alder Edge Community Primary School",
        "Cwm y Felin Primary School / Ysgol Gynradd Cwm y Felin",
        "Heather Heights Primary School",
        "Queen’s Park Special School",
        "Redbrook Community School",
    )
    standings = [Standings(unscheduled=1), Standings(unscheduled=1), Standings(overdue=1)]
    standings += [Standings(unscheduled=1), Standings(overdue=1)]
    return a_pack(
        name="Five schools together",
        schools=tuple(SchoolLine(name, each, Progress()) for name, each in zip(names, standings, strict=True)),
        standings=Standings(overdue=2, unscheduled=3),
        unknown=Unknown(values_waiting=4, without_officer=3, without_committee=4, without_audience=5),
        overdue=(
            a_review(
                "Social Media Policy",
                school=names[2],
                number="PSW23",
                committee="Pupil and Staff Welfare",
                last_reviewed=in_month(2016, 6),
                next_review=in_month(2017, 6),
                days_overdue=3412,
            ),
            a_review(
                "Social Media Policy",
                school=names[4],
                responsible_officer="Alex Hoyle, Assistant Headteacher",
                committee=None,
                last_reviewed=in_month(2022, 9),
                next_review=on(date(2023, 9, 30)),
                days_overdue=1129,
            ),
        ),
        unscheduled=tuple(
            a_review(
                "Social Media Policy",
                school=names[index],
                standing=Standing.UNSCHEDULED,
                responsible_officer=None,
                committee=None,
                last_reviewed=None,
                next_review=None,
                days_overdue=None,
            )
            for index in (0, 1, 3)
        ),
    )

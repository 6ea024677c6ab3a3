"""The school, its terms and the people in it."""

from sqlalchemy import CheckConstraint, UniqueConstraint

from policyaudit.store.tables.columns import (
    STRICT,
    Table,
    a_number,
    a_text,
    is_day,
    key,
    octets,
    of_school,
    one_of,
    points_to,
)

NATIONS = ("england", "wales", "scotland", "northern-ireland")


class School(Table, table=True):
    """A school, or one of a trust's."""

    __tablename__ = "school"
    __table_args__ = (UniqueConstraint("name_key"), one_of("nation", *NATIONS), STRICT)
    school_id: int = key()
    name: str = a_text()
    name_key: str = a_text()
    nation: str = a_text()
    kind: str = a_text()
    trust: str | None = a_text(optional=True)


class Term(Table, table=True):
    """A term or a half of one, as the school has set it. `academic_year` is the year it begins in."""

    __tablename__ = "term"
    __table_args__ = (
        of_school(),
        UniqueConstraint("school_id", "academic_year", "season", "half"),
        one_of("season", "Autumn", "Spring", "Summer"),
        CheckConstraint("half IN (1, 2)", name="half"),
        is_day("first_day"),
        is_day("last_day"),
        STRICT,
    )
    school_id: int = key()
    term_id: int = key()
    academic_year: int = a_number()
    season: str = a_text()
    half: int | None = a_number(optional=True)
    first_day: str = a_text()
    last_day: str = a_text()


class Person(Table, table=True):
    """Somebody who signs, holds a post or sits on a committee.

    `token` stands for the person in the ledger and stays when name, e-mail, role and salt are erased.
    """

    __tablename__ = "person"
    __table_args__ = (of_school(), is_day("started_on"), is_day("left_on"), STRICT)
    school_id: int = key()
    person_id: int = key()
    name: str | None = a_text(optional=True, private=True)
    name_key: str | None = a_text(optional=True, unlisted=True)
    sort_key: str = a_text(unlisted=True)
    email: str | None = a_text(optional=True, private=True)
    role: str | None = a_text(optional=True, private=True)
    started_on: str | None = a_text(optional=True)
    left_on: str | None = a_text(optional=True)
    token: str = a_text()
    salt: bytes | None = octets(optional=True)


class Actor(Table, table=True):
    """Whoever records: the name given with --by, or the login name."""

    __tablename__ = "actor"
    __table_args__ = (of_school(), STRICT)
    school_id: int = key()
    actor_id: int = key()
    name: str | None = a_text(optional=True, private=True)
    token: str = a_text()
    salt: bytes | None = octets(optional=True)


class Post(Table, table=True):
    """A post that owes reviews: Headteacher, School Business Manager."""

    __tablename__ = "post"
    __table_args__ = (of_school(), UniqueConstraint("school_id", "title_key"), is_day("ended_on"), STRICT)
    school_id: int = key()
    post_id: int = key()
    title: str = a_text()
    title_key: str = a_text()
    ended_on: str | None = a_text(optional=True)


class Holder(Table, table=True):
    """Who holds a post, from when, until when; no end where it is held today."""

    __tablename__ = "holder"
    __table_args__ = (
        points_to("post", "post_id"),
        points_to("person", "person_id"),
        is_day("from_on"),
        is_day("until_on"),
        STRICT,
    )
    school_id: int = key()
    holder_id: int = key()
    post_id: int = a_number()
    person_id: int = a_number(person="person")
    from_on: str | None = a_text(optional=True)
    until_on: str | None = a_text(optional=True)


class Committee(Table, table=True):
    """A committee that approves policies; the full governing board is one."""

    __tablename__ = "committee"
    __table_args__ = (of_school(), UniqueConstraint("school_id", "name_key"), is_day("ended_on"), STRICT)
    school_id: int = key()
    committee_id: int = key()
    name: str = a_text()
    name_key: str = a_text()
    sort_key: str = a_text(unlisted=True)
    ended_on: str | None = a_text(optional=True)


class CommitteeAlias(Table, table=True):
    """Another name of a committee: FGB, Welfare."""

    __tablename__ = "committee_alias"
    __table_args__ = (
        points_to("committee", "committee_id"),
        UniqueConstraint("school_id", "alias_key"),
        STRICT,
    )
    school_id: int = key()
    alias_id: int = key()
    committee_id: int = a_number()
    alias: str = a_text()
    alias_key: str = a_text()


class AudienceGroup(Table, table=True):
    """A group of people who are asked to sign together; `slug` is what one types: all-staff."""

    __tablename__ = "audience_group"
    __table_args__ = (of_school(), UniqueConstraint("school_id", "slug"), is_day("ended_on"), STRICT)
    school_id: int = key()
    group_id: int = key()
    slug: str = a_text()
    name: str = a_text()
    ended_on: str | None = a_text(optional=True)


class Membership(Table, table=True):
    """Somebody's time in a group; no first day means since they started."""

    __tablename__ = "membership"
    __table_args__ = (
        points_to("audience_group", "group_id"),
        points_to("person", "person_id"),
        is_day("from_on"),
        is_day("until_on"),
        STRICT,
    )
    school_id: int = key()
    membership_id: int = key()
    group_id: int = a_number()
    person_id: int = a_number(person="person")
    from_on: str | None = a_text(optional=True)
    until_on: str | None = a_text(optional=True)


class Absence(Table, table=True):
    """A recorded absence: days only, never a reason; no last day while it lasts."""

    __tablename__ = "absence"
    __table_args__ = (points_to("person", "person_id"), is_day("from_on"), is_day("until_on"), STRICT)
    school_id: int = key()
    absence_id: int = key()
    person_id: int = a_number(person="person")
    from_on: str = a_text()
    until_on: str | None = a_text(optional=True)

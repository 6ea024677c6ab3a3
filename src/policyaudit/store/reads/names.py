"""What people call things in the register: schools, policies, people, posts, committees, groups."""

from datetime import date
from typing import Final, NamedTuple

from policyaudit.domain.naming import Named
from policyaudit.store.reads.mapping import Reads

Key = tuple[int, int]  # the school's id and the thing's own

_OF_SCHOOL: Final = "(CAST(:school AS INTEGER) IS NULL OR school_id = CAST(:school AS INTEGER))"
_SCHOOLS: Final = "SELECT school_id, name, nation, kind, trust FROM school ORDER BY school_id"
_POLICIES: Final = f"""
    SELECT school_id, policy_id, title, number FROM policy
    WHERE (status <> 'withdrawn' OR withdrawn_on > CAST(:on_day AS TEXT)) AND {_OF_SCHOOL}
    ORDER BY sort_key, school_id, policy_id
"""
_WITHDRAWN: Final = f"""
    SELECT school_id, policy_id, title, number FROM policy
    WHERE status = 'withdrawn' AND COALESCE(withdrawn_on > CAST(:on_day AS TEXT), FALSE) = FALSE AND {_OF_SCHOOL}
    ORDER BY sort_key, school_id, policy_id
"""
_PEOPLE: Final = f"""
    SELECT school_id, person_id, name, email FROM person
    WHERE name IS NOT NULL AND {_OF_SCHOOL} ORDER BY sort_key, school_id, person_id
"""
_POSTS: Final = f"SELECT school_id, post_id, title, NULL FROM post WHERE {_OF_SCHOOL} ORDER BY title_key, school_id"
_COMMITTEES: Final = f"""
    SELECT school_id, committee_id, name, alias FROM (
        SELECT school_id, committee_id, name, NULL AS alias, sort_key, 0 AS place FROM committee
        UNION ALL
        SELECT school_id, committee_id, NULL, alias, '', alias_id FROM committee_alias
    ) AS called
    WHERE {_OF_SCHOOL} ORDER BY sort_key, school_id, committee_id, place
"""
_GROUPS: Final = (
    f"SELECT school_id, group_id, slug, name FROM audience_group WHERE {_OF_SCHOOL} ORDER BY slug, school_id"
)


class SchoolRow(NamedTuple):
    """A school of the register. The first is where a document goes that names none."""

    school_id: int
    name: str
    nation: str
    kind: str
    trust: str | None


def schools(reads: Reads) -> list[SchoolRow]:
    """Every school, the first one first."""
    return [SchoolRow(*row) for row in reads.rows(_SCHOOLS)]


def policies(reads: Reads, school_id: int | None, *, on: date | None = None) -> list[Named[Key]]:
    """Policies that are not withdrawn, by title; called by title or number. With a day those withdrawn later too."""
    return _named(reads, _POLICIES, school_id, on_day=on.isoformat() if on else None)


def withdrawn_policies(reads: Reads, school_id: int | None, *, on: date | None = None) -> list[Named[Key]]:
    """Withdrawn policies, by title; with a day those that were withdrawn by then."""
    return _named(reads, _WITHDRAWN, school_id, on_day=on.isoformat() if on else None)


def people(reads: Reads, school_id: int | None) -> list[Named[Key]]:
    """People by surname, leavers too, erased ones not; called by name or e-mail address."""
    return _named(reads, _PEOPLE, school_id)


def posts(reads: Reads, school_id: int | None) -> list[Named[Key]]:
    """Posts by title."""
    return _named(reads, _POSTS, school_id)


def groups(reads: Reads, school_id: int | None) -> list[Named[Key]]:
    """Groups, called by what one types (all-staff) or by name."""
    return _named(reads, _GROUPS, school_id)


def committees(reads: Reads, school_id: int | None) -> list[Named[Key]]:
    """Committees by name; called by name or alias."""
    shown: dict[Key, str] = {}
    aliases: dict[Key, list[str]] = {}
    for school, committee, name, alias in reads.rows(_COMMITTEES, school=school_id):
        if name is not None:
            shown[school, committee] = name
        else:
            aliases.setdefault((school, committee), []).append(alias)
    return [Named(key, name, tuple(aliases.get(key, ()))) for key, name in shown.items()]


def _named(reads: Reads, sql: str, school_id: int | None, **values: str | None) -> list[Named[Key]]:
    return [
        Named((school, key), shown, (alias,) if alias else ())
        for school, key, shown, alias in reads.rows(sql, school=school_id, **values)
    ]

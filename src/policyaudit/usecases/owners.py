"""Who owes a review and who approves it, from the words a document or a person uses; added where asked to."""

from typing import Final

from policyaudit.domain.changes import CommitteeAdded, PersonAdded, PostAdded
from policyaudit.domain.naming import NoSuchName, folded, natural_key, surname_first
from policyaudit.domain.people import OfficerName, officer_name
from policyaudit.store.reads import names
from policyaudit.store.writes import Writer
from policyaudit.usecases.finding import find_committee, find_person, find_post

_BODIES: Final = frozenset(
    "governors governing governor board committee trust trustees body corff llywodraethol".split()
)


def is_body(approver: str) -> bool:
    """Whether the words name a committee or board, and not somebody who approves alone."""
    return bool(_BODIES & set(folded(approver).split()))


def known_officer(writer: Writer, school_id: int, text: str) -> tuple[int | None, int | None]:
    """Ids of the post and the person that are meant; raises `NoSuchName` where they are not in the register."""
    named = officer_name(text)
    try:
        if named.person and named.post:
            person = find_person(writer, named.person, school_id=school_id).key
            return find_post(writer, named.post, school_id=school_id).key, person
        return _person_or_post(writer, school_id, text) if named.person else _post_or_person(writer, school_id, text)
    except NoSuchName as problem:
        nouns = {"person": "staff", "post": "officer"}
        problem.next_step = _or_add(problem, f'audit {nouns[problem.kind]} add "{problem.typed}"')
        raise


def _or_add(problem: NoSuchName, command: str) -> str:
    """The nearest names, if there are any, and how a new one is added."""
    is_near = problem.next_step and problem.next_step.startswith("did you mean")
    return f"{problem.next_step} If it is new: {command}" if is_near else command


def _person_or_post(writer: Writer, school_id: int, text: str) -> tuple[int | None, int | None]:
    """Words that read as a name, as those of some posts do: Pastoral Care."""
    try:
        return None, find_person(writer, text, school_id=school_id).key
    except NoSuchName:
        if folded(text) not in {folded(post.shown) for post in names.posts(writer, school_id)}:
            raise
        return find_post(writer, text, school_id=school_id).key, None


def _post_or_person(writer: Writer, school_id: int, text: str) -> tuple[int | None, int | None]:
    """Words that do not, as a surname alone does not."""
    try:
        return find_post(writer, text, school_id=school_id).key, None
    except NoSuchName:
        people = names.people(writer, school_id)
        if not any(set(folded(text).split()) <= set(folded(one.shown).split()) for one in people):
            raise
        return None, find_person(writer, text, school_id=school_id).key


def officer_added(writer: Writer, school_id: int, text: str) -> tuple[int | None, int | None]:
    """Ids of the post and the person of that very name, added to the register where they are not there."""
    named: OfficerName = officer_name(text)
    post_id = _post(writer, school_id, named.post) if named.post else None
    person_id = _person(writer, school_id, named.person) if named.person else None
    return post_id, person_id


def known_committee(writer: Writer, school_id: int, text: str) -> int:
    """Id of the committee that is meant; raises `NoSuchName` where it is not in the register."""
    try:
        return find_committee(writer, text, school_id=school_id).key
    except NoSuchName as problem:
        problem.next_step = _or_add(problem, f'audit committee add "{text}"')
        raise


def committee_added(writer: Writer, school_id: int, text: str) -> int:
    """Id of the committee of that very name or alias, added to the register where it is not there."""
    wanted = committee_key(text)
    for one in names.committees(writer, school_id):
        if wanted in {committee_key(word) for word in (one.shown, *one.aliases)}:
            return one.key[1]
    added = CommitteeAdded(
        school_id=school_id,
        committee_id=writer.new_id(school_id, "committee"),
        name=text,
        name_key=folded(text),
        sort_key=natural_key(text),
    )
    writer.apply([added])
    return added.committee_id


def committee_key(text: str) -> str:
    """The committee's name for comparing: without the words that every committee has."""
    words = [word for word in folded(text).split() if word not in {"the", "committee", "school", "of"}]
    return " ".join(words) or folded(text)


def _post(writer: Writer, school_id: int, title: str) -> int:
    for one in names.posts(writer, school_id):
        if folded(one.shown) == folded(title):
            return one.key[1]
    added = PostAdded(
        school_id=school_id, post_id=writer.new_id(school_id, "post"), title=title, title_key=folded(title)
    )
    writer.apply([added])
    return added.post_id


def _person(writer: Writer, school_id: int, name: str) -> int:
    for one in names.people(writer, school_id):
        if folded(one.shown) == folded(name):
            return one.key[1]
    added = PersonAdded(
        school_id=school_id,
        person_id=writer.new_id(school_id, "person"),
        name=name,
        name_key=folded(name),
        sort_key=surname_first(name),
    )
    writer.apply([added])
    return added.person_id

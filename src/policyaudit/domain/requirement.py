"""What the law and guidance ask a school to hold, and which of it concerns a school of a nation and a kind."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from policyaudit.domain.naming import title_key
from policyaudit.domain.partial_date import MONTHS, PartialDate

# Schools date their titles: "Safeguarding Policy 2026", "Behaviour 2026/27", "Admissions, September 2026".
_YEAR_AT_THE_END: Final = re.compile(rf"(?: (?:{'|'.join(MONTHS)}))? (?:19|20)\d\d(?: (?:20)?\d\d)?$", re.IGNORECASE)


def answer_key(title: str) -> str:
    """The title by which a policy answers what is asked: `title_key`, without a year at its end."""
    return _YEAR_AT_THE_END.sub("", title_key(title))


class Duty(StrEnum):
    """How firmly a source asks for something, as the catalogue words it."""

    MUST = "must"  # law or statutory guidance
    CONDITIONAL = "conditional"  # the same, only where a condition is met
    SHOULD = "should"  # other guidance
    REGARD = "must have regard"  # guidance that has to be weighed
    COMMON = "common"  # nobody asks, but most schools have one
    FUTURE = "future"  # not yet in force
    WITHDRAWN = "withdrawn"  # no longer asked for
    NOTE = "note"  # about the schools of a nation as a whole


class Asked(StrEnum):
    """How firmly something is asked of a school, as far as we can say it; the firmest first."""

    MUST = "must"
    SHOULD = "should"
    REGARD = "must have regard"
    UNSURE = "to be checked"  # a source of low confidence is never called a duty
    COMMON = "common"
    FUTURE = "not yet in force"
    WITHDRAWN = "no longer asked"


class Held(StrEnum):
    """What a school has of something that is asked; what is to be done first comes first."""

    MISSING = "missing"
    PERHAPS = "perhaps"  # a policy with a title like it is there; only the school can say whether it answers
    DRAFT = "draft"
    NO_ENTRY = "no entry"  # in the register; whether it is owed, or kept elsewhere, nobody can say from here
    HELD = "held"


class Confidence(StrEnum):
    """How sure the catalogue is of a row."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Evidence(StrEnum):
    """What stands at the address that a row names."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    NONE = "none"


_DUTIES: Final = frozenset((Duty.MUST, Duty.CONDITIONAL, Duty.SHOULD, Duty.REGARD))
_ASKED: Final = {
    Duty.MUST: Asked.MUST,
    Duty.CONDITIONAL: Asked.MUST,
    Duty.SHOULD: Asked.SHOULD,
    Duty.REGARD: Asked.REGARD,
    Duty.COMMON: Asked.COMMON,
    Duty.FUTURE: Asked.FUTURE,
    Duty.WITHDRAWN: Asked.WITHDRAWN,
    Duty.NOTE: Asked.COMMON,
}
_COUNTING: Final = frozenset(("in force", "live"))
POLICY_PAPERS: Final = frozenset(
    ("policy", "policy statement", "procedure", "plan", "statement", "scheme", "objectives", "agreement", "notice")
)
OTHER_PAPERS: Final = frozenset(
    ("document", "document set", "information", "live record", "note", "record", "report", "staff reading")
)
APPROVERS: Final = (
    "full governing body",
    "board of governors",
    "trust board",
    "proprietor",
    "employer",
    "local authority",
    "education authority",
    "committee",
    "governor",
    "headteacher",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One paper that the schools of a nation are asked to hold, with the source that says so.

    `review_months` is the longest time between two reviews that the source allows or recommends; `published` and it
    are None where no rule is known. `also_called` are other titles that mean this paper and nothing else. Where this
    and the requirement `instead_of` concern a school, they ask for the same paper, and this one says what counts.
    """

    key: str
    title: str
    also_called: tuple[str, ...]
    instead_of: str | None
    nation: str
    school_types: tuple[str, ...]
    only_where: str | None
    duty: Duty
    paper: str
    review_months: int | None
    approvers: tuple[str, ...]
    published: bool | None
    staff_acknowledge: str
    legal_basis: str | None
    source_url: str | None
    source_date: PartialDate | None
    evidence: Evidence
    confidence: Confidence

    def __post_init__(self) -> None:
        if self.duty is Duty.CONDITIONAL and self.only_where is None:
            sentence = f"{self.key} is asked on a condition and names none"
            raise ValueError(sentence)

    @property
    def asked(self) -> Asked:
        """How firmly it is asked; what rests on a source of low confidence is to be checked first."""
        if self.duty in _DUTIES and self.confidence is Confidence.LOW:
            return Asked.UNSURE
        return _ASKED[self.duty]

    @property
    def is_policy(self) -> bool:
        """Whether it is a policy, procedure, plan or the like; else a record, a report, information to publish."""
        return self.paper in POLICY_PAPERS

    @property
    def answer_keys(self) -> frozenset[str]:
        """The titles that answer it, each as `answer_key` makes it."""
        return frozenset(map(answer_key, (self.title, *self.also_called)))


@dataclass(frozen=True, slots=True)
class Applying:
    """A requirement that concerns a school, and the condition on which it does; None where there is none."""

    requirement: Requirement
    only_where: str | None

    @property
    def is_firm(self) -> bool:
        """Whether it is asked of every school that it concerns: no condition, and no doubt about the source."""
        return self.only_where is None and self.requirement.asked in {Asked.MUST, Asked.SHOULD}

    def held(self, statuses: Collection[str]) -> Held:
        """What the school has of it, by the statuses of the policies that are called so."""
        if not _COUNTING.isdisjoint(statuses):
            return Held.HELD
        if "draft" in statuses:
            return Held.DRAFT
        return Held.MISSING if self.is_firm and self.requirement.is_policy else Held.NO_ENTRY


MAINTAINED: Final = "a maintained school"
ACADEMY: Final = "an academy"
EARLY_YEARS: Final = "children in the early years"
BOARDERS: Final = "boarders"
GRANT_AIDED: Final = "a grant-aided school"
OF_AN_AUTHORITY: Final = "a school of the education authority"
NURSERY: Final = "a maintained nursery school"

# Per kind of school the words of the catalogue that mean it. Where a word means only some schools of the kind, the
# condition stands beside it and is shown: a school that it leaves out can say so, and none misses what it owes.
_TYPES: Final[dict[str, dict[str, str | None]]] = {
    "maintained": {"maintained": None, "maintained boarding": BOARDERS, "early-years": EARLY_YEARS},
    "academy": {"academy": None, "early-years": EARLY_YEARS},
    "independent": {"independent": None, "independent boarding": BOARDERS, "early-years": EARLY_YEARS},
    "special": {"special": None, "maintained": MAINTAINED, "academy": ACADEMY, "early-years": EARLY_YEARS},
    "pru": {"PRU": None},
    "nursery": {"nursery": None, "early-years": None, "maintained nursery": NURSERY},
    "further-education": {"FE": None},
}
# Outside England the catalogue names no special or nursery schools: most are maintained, and its rows for maintained
# schools are shown on that condition. Grant-aided schools are what Northern Ireland calls all that are not independent.
_TYPES_ELSEWHERE: Final[dict[tuple[str, str], dict[str, str | None]]] = {
    ("wales", "special"): {"maintained": MAINTAINED},
    ("wales", "nursery"): {"maintained": MAINTAINED},
    ("northern-ireland", "maintained"): {"grant-aided": None},
    ("northern-ireland", "special"): {"grant-aided": GRANT_AIDED},
    ("northern-ireland", "nursery"): {"grant-aided": GRANT_AIDED},
    ("scotland", "maintained"): {"education authority": None},
    ("scotland", "special"): {"education authority": OF_AN_AUTHORITY},
    ("scotland", "nursery"): {"education authority": OF_AN_AUTHORITY},
}
SCHOOL_TYPES: Final = frozenset(word for words in (*_TYPES.values(), *_TYPES_ELSEWHERE.values()) for word in words)


def applying(catalogue: Iterable[Requirement], *, nation: str, kind: str) -> tuple[Applying, ...]:
    """What concerns a school of that nation and kind, in the order of the catalogue; notes on the nation too."""
    words = _TYPES_ELSEWHERE.get((nation, kind), _TYPES[kind])
    found = []
    for requirement in catalogue:
        conditions = [words[word] for word in requirement.school_types if word in words]
        if requirement.nation == nation and conditions:
            where = None if None in conditions else " or ".join(filter(None, conditions))
            found.append(Applying(requirement, "; ".join(filter(None, (where, requirement.only_where))) or None))
    replaced = {one.requirement.instead_of for one in found if one.only_where is None}
    return tuple(one for one in found if one.requirement.key not in replaced)

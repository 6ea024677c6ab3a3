"""The school, its terms, and the people, posts, committees and groups in it; notes, which all may point to."""

from alembic import op
from sqlalchemy import UniqueConstraint

from policyaudit.store.migration_words import (
    STRICT,
    checked,
    is_day,
    keyed_by,
    number,
    octets,
    of_school,
    one_of,
    points_to,
    text,
)

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "school",
        number("school_id"),
        text("name"),
        text("name_key"),
        text("nation"),
        text("kind"),
        text("trust", optional=True),
        keyed_by("school"),
        UniqueConstraint("name_key", name="uq_school_name_key"),
        one_of("school", "nation", "england", "wales", "scotland", "northern-ireland"),
        **STRICT,
    )
    op.create_table(
        "note",
        number("school_id"),
        number("note_id"),
        text("content", optional=True),
        octets("salt", optional=True),
        keyed_by("note", "note_id"),
        of_school("note"),
        **STRICT,
    )
    op.create_table(
        "term",
        number("school_id"),
        number("term_id"),
        number("academic_year"),
        text("season"),
        number("half", optional=True),
        text("first_day"),
        text("last_day"),
        keyed_by("term", "term_id"),
        of_school("term"),
        UniqueConstraint(
            "school_id", "academic_year", "season", "half", name="uq_term_school_id_academic_year_season_half"
        ),
        one_of("term", "season", "Autumn", "Spring", "Summer"),
        checked("term", "half", "half IN (1, 2)"),
        is_day("term", "first_day"),
        is_day("term", "last_day"),
        **STRICT,
    )
    op.create_table(
        "person",
        number("school_id"),
        number("person_id"),
        text("name", optional=True),
        text("name_key", optional=True),
        text("sort_key"),
        text("email", optional=True),
        text("role", optional=True),
        text("started_on", optional=True),
        text("left_on", optional=True),
        text("token"),
        octets("salt", optional=True),
        keyed_by("person", "person_id"),
        of_school("person"),
        is_day("person", "started_on"),
        is_day("person", "left_on"),
        **STRICT,
    )
    op.create_table(
        "actor",
        number("school_id"),
        number("actor_id"),
        text("name", optional=True),
        text("token"),
        octets("salt", optional=True),
        keyed_by("actor", "actor_id"),
        of_school("actor"),
        **STRICT,
    )
    op.create_table(
        "post",
        number("school_id"),
        number("post_id"),
        text("title"),
        text("title_key"),
        text("ended_on", optional=True),
        keyed_by("post", "post_id"),
        of_school("post"),
        UniqueConstraint("school_id", "title_key", name="uq_post_school_id_title_key"),
        is_day("post", "ended_on"),
        **STRICT,
    )
    op.create_table(
        "holder",
        number("school_id"),
        number("holder_id"),
        number("post_id"),
        number("person_id"),
        text("from_on", optional=True),
        text("until_on", optional=True),
        keyed_by("holder", "holder_id"),
        points_to("holder", "post", "post_id"),
        points_to("holder", "person", "person_id"),
        is_day("holder", "from_on"),
        is_day("holder", "until_on"),
        **STRICT,
    )
    op.create_table(
        "committee",
        number("school_id"),
        number("committee_id"),
        text("name"),
        text("name_key"),
        text("sort_key"),
        text("ended_on", optional=True),
        keyed_by("committee", "committee_id"),
        of_school("committee"),
        UniqueConstraint("school_id", "name_key", name="uq_committee_school_id_name_key"),
        is_day("committee", "ended_on"),
        **STRICT,
    )
    op.create_table(
        "committee_alias",
        number("school_id"),
        number("alias_id"),
        number("committee_id"),
        text("alias"),
        text("alias_key"),
        keyed_by("committee_alias", "alias_id"),
        points_to("committee_alias", "committee", "committee_id"),
        UniqueConstraint("school_id", "alias_key", name="uq_committee_alias_school_id_alias_key"),
        **STRICT,
    )
    op.create_table(
        "audience_group",
        number("school_id"),
        number("group_id"),
        text("slug"),
        text("name"),
        text("ended_on", optional=True),
        keyed_by("audience_group", "group_id"),
        of_school("audience_group"),
        UniqueConstraint("school_id", "slug", name="uq_audience_group_school_id_slug"),
        is_day("audience_group", "ended_on"),
        **STRICT,
    )
    op.create_table(
        "membership",
        number("school_id"),
        number("membership_id"),
        number("group_id"),
        number("person_id"),
        text("from_on", optional=True),
        text("until_on", optional=True),
        keyed_by("membership", "membership_id"),
        points_to("membership", "audience_group", "group_id"),
        points_to("membership", "person", "person_id"),
        is_day("membership", "from_on"),
        is_day("membership", "until_on"),
        **STRICT,
    )
    op.create_table(
        "absence",
        number("school_id"),
        number("absence_id"),
        number("person_id"),
        text("from_on"),
        text("until_on", optional=True),
        keyed_by("absence", "absence_id"),
        points_to("absence", "person", "person_id"),
        is_day("absence", "from_on"),
        is_day("absence", "until_on"),
        **STRICT,
    )

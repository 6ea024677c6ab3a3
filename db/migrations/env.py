"""The Alembic environment: runs the revisions inside the transaction of whoever asks for them."""

from typing import Any

from alembic import context

from policyaudit.store.revision import APPLICATION_ID, VERSION_TABLE


def mark(*, ctx: Any, heads: set[str], **_: Any) -> None:  # noqa: ANN401 - as Alembic calls it
    """Write the revision into the head of an SQLite file, where opening it reads it, and that the file is ours."""
    if ctx.dialect.name == "sqlite":
        (revision,) = heads
        ctx.connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        ctx.connection.exec_driver_sql(f"PRAGMA user_version = {int(revision)}")


context.configure(
    connection=context.config.attributes["connection"],
    version_table=VERSION_TABLE,
    on_version_apply=mark,
)
context.run_migrations()

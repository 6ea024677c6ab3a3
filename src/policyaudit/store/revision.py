"""Which revision of the tables this policyaudit knows, and how a register tells which it has."""

from typing import Final

# The newest file in db/migrations/versions has this number; SQLite carries it as `user_version` too.
REVISION: Final = 4
VERSION_TABLE: Final = "register_revision"
# SQLite keeps this number in every register's head: "paud".
APPLICATION_ID: Final = 0x70617564

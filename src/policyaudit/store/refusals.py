"""Why a register cannot be opened, written to or brought up to date, each as one sentence with the next step.

    AuditError
    ├── NoRegister             NoRegisterThere, RegisterIsFolder, NotARegister, RegisterFromNewer, RegisterFromOlder,
    │                          RegisterNotMade, RegisterUnreadable, RegisterReadOnly, RegisterLocked,
    │                          RegisterNotWritten, RegisterDamaged, ServerUnreachable, ServerRefused
    ├── NothingRecorded        AlreadyThere, ClockTurnedBack, ChangeRefused, NothingToChange
    └── PieceMissing           DriverMissing

`place` is the register as it may be printed: a path, or an address without its password.
"""

from policyaudit.errors import NoRegister, NothingRecorded, PieceMissing


class NoRegisterThere(NoRegister):
    """Nothing has been started at that place yet."""

    def __init__(self, place: str) -> None:
        super().__init__(f"there is no register at {place}", next_step="audit init --school NAME")


class RegisterIsFolder(NoRegister):
    """The place is a folder."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"{place} is a folder, not a register",
            next_step="name the file in it, for instance --db FOLDER/register.db",
        )


class NotARegister(NoRegister):
    """There is something, but policyaudit did not make it."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"{place} is not a register of policyaudit and was left as it is",
            next_step="name the register with --db, or start one elsewhere: audit init --school NAME --db FILE",
        )


class RegisterFromNewer(NoRegister):
    """A later policyaudit has written it."""

    def __init__(self, place: str, *, found: int, known: int) -> None:
        super().__init__(
            f"the register at {place} was written by a newer policyaudit"
            f" (its tables have revision {found}, this one knows {known}) and was left as it is",
            next_step="pip install --upgrade policyaudit",
        )


class RegisterFromOlder(NoRegister):
    """An earlier policyaudit has written it, and this question needs the newer tables."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"the register at {place} was written by an earlier policyaudit and must be brought up to date first",
            next_step="run any command that records something; it keeps a backup copy and goes on",
        )


class RegisterNotMade(NoRegister):
    """No file can be made at that place."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"no register can be made at {place}",
            next_step="choose a folder that you may write to with --db",
        )


class RegisterUnreadable(NoRegister):
    """The file is there and may not be opened."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"the register at {place} cannot be opened",
            next_step="ask whoever looks after this computer for the right to read and write it and its folder",
        )


class RegisterReadOnly(NoRegister):
    """It may be read but not written."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"the register at {place} may only be read, so nothing was recorded",
            next_step="ask whoever looks after it for the right to write to it and its folder",
        )


class RegisterLocked(NoRegister):
    """Another program has kept it to itself for as long as we wait."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"another program keeps the register at {place} locked, so nothing was done",
            next_step="let it finish or close it, then try again",
        )


class RegisterNotWritten(NoRegister):
    """The disk is full or does not answer."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"the disk of the register at {place} is full or does not answer, so nothing was recorded",
            next_step="make room on it or reconnect it, then try again",
        )


class RegisterDamaged(NoRegister):
    """Its bytes are no longer what was written."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"the register at {place} is damaged",
            next_step="keep it as it is, and name a backup copy of it with --db",
        )


class ServerUnreachable(NoRegister):
    """No PostgreSQL server answers there."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"no PostgreSQL server answers at {place}",
            next_step="check the address, and that the server runs and can be reached from here",
        )


class ServerRefused(NoRegister):
    """The PostgreSQL server answers, and does not let us in."""

    def __init__(self, place: str, why: str) -> None:
        super().__init__(
            f"the PostgreSQL server does not open {place}: {why}",
            next_step="check the name, the password and the database in the address",
        )


class AlreadyThere(NothingRecorded):
    """A new register would go where something is already."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"there is already something at {place}, and it was left as it is",
            next_step="use it, or start the new register elsewhere with --db",
        )


class ClockTurnedBack(NothingRecorded):
    """What is to be recorded now would stand before what was recorded last."""

    def __init__(self, *, now: str, last: str) -> None:
        clock, entry = (f"{moment[:10]} {moment[11:19]} UTC" for moment in (now, last))
        super().__init__(
            f"the computer's clock says {clock}, but the register's last entry is from {entry}: nothing was recorded",
            next_step="set the clock right and try again",
        )


class ChangeRefused(NothingRecorded):
    """The register's own rules refuse a change."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"the register refuses this change, so nothing was recorded: {why}",
            next_step="somebody may have recorded it a moment ago: look again, then try again",
        )


class NothingToChange(NothingRecorded):
    """What is to be changed is no longer in the register."""

    def __init__(self, subject: str) -> None:
        super().__init__(
            f"the {subject} that is to be changed is not in the register, so nothing was recorded",
            next_step="list what there is, then try again",
        )


class DriverMissing(PieceMissing):
    """The PostgreSQL driver is an extra that is not installed."""

    def __init__(self) -> None:
        super().__init__(
            "a register on a PostgreSQL server needs psycopg, which is not installed",
            next_step="pip install 'policyaudit[postgres]'",
        )

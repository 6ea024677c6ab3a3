"""The commands of `audit` in the order of its help: daily verbs first, then what the register is made of."""

from typing import NamedTuple


class Listed(NamedTuple):
    """One command: its name, its line in the help, and the panel it stands in; its module is called as it is."""

    name: str
    says: str
    panel: str

    @property
    def module(self) -> str:
        """Where the command is written; it is imported only when the command is asked for."""
        return f"policyaudit.cli.{self.name}" + "_" * (self.name == "import")


DAILY = "Every day"
REGISTER = "The register"
STARTING = "Starting"

COMMANDS: dict[str, Listed] = {
    listed.name: listed
    for listed in (
        Listed("import", "Read policy documents into the register.", DAILY),
        Listed("confirm", "Go through the values that wait to be confirmed.", DAILY),
        Listed("due", "Show which reviews are overdue, due or coming up.", DAILY),
        Listed("unsigned", "Show who has not signed what.", DAILY),
        Listed("sign", "Record that people have read a policy.", DAILY),
        Listed("report", "Make the PDF that governors receive.", DAILY),
        Listed("inspect", "Show what can be read out of one document.", DAILY),
        Listed("init", "Start a register for a school.", STARTING),
        Listed("demo", "Build a sample school and its governors' pack.", STARTING),
        Listed("export", "Write everything that the register holds to files.", STARTING),
        Listed("policy", "Add, list, show, edit and withdraw policies.", REGISTER),
        Listed("version", "Add, list, show and edit the versions of a policy.", REGISTER),
        Listed("review", "Add, list, show and void reviews of a policy.", REGISTER),
        Listed("committee", "Add, list, show, edit and end committees.", REGISTER),
        Listed("officer", "Add, list, show, edit and end the posts that owe reviews.", REGISTER),
        Listed("staff", "Add, list, show and edit people; record who leaves.", REGISTER),
        Listed("group", "Add, list, show, edit and end groups; say who is in them.", REGISTER),
        Listed("school", "Add, list, show and edit schools; set their terms.", REGISTER),
    )
}

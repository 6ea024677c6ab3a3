"""What HR does in a year: a list of staff, a policy that asks them, paper that comes in, a revision, another one."""

from pathlib import Path

from tests.cli.running import audit

STAFF = """\
Name,Groups,Started
Poppy Inkwell,all-staff; teaching,1 September 2020
Otto Quill,all-staff; teaching,1 September 2021
Rita Pencil,all-staff; support,1 September 2019
Gus Chalk,all-staff; teaching,1 September 2018
"""


def test_who_has_not_signed_is_known_through_a_year_of_revisions(new_register: Path, tmp_path: Path) -> None:
    words = ("--db", new_register, "--by", "Dora Foolscap")
    (tmp_path / "staff.csv").write_text(STAFF)
    version = ("version", "add", "conduct", "--yes", *words)

    audit("staff", "import", tmp_path / "staff.csv", "--yes", *words)
    audit("policy", "add", "Code of conduct", *words)
    audit(*version, "1.0", "--in-force", "1 September 2025")
    audit("policy", "edit", "conduct", "--ask", "all-staff", "--asked-from", "1 Sep 2025", *words)
    signed = ("sign", "conduct", "--group", "all-staff", "--all-except", "Quill", "Pencil", "--on", "3 September 2025")
    audit(*signed, *words)
    two_missing = audit("unsigned", "--as-of", "1 October 2025", "--db", new_register)
    audit(*version, "1.1", "--in-force", "1 January 2026", "--minor", "--reason", "spelling only")
    still_two = audit("unsigned", "--as-of", "1 February 2026", "--db", new_register)
    audit(*version, "2.0", "--in-force", "1 March 2026", "--material")
    everybody = audit("unsigned", "--as-of", "1 April 2026", "--db", new_register)

    assert two_missing.stdout.startswith(
        "Policy           Person       By              Late\n"
        "──────────────────────────────────────────────────\n"
        "Code of conduct  Rita Pencil  15 Sep 2025  16 days\n"
        "                 Otto Quill   15 Sep 2025  16 days\n"
    )
    assert "2 signatures missing from 2 people on 1 October 2025, 2 late." in two_missing.stdout
    assert "2 signatures missing from 2 people on 1 February 2026, 2 late." in still_two.stdout
    assert "4 signatures missing from 4 people on 1 April 2026, 4 late." in everybody.stdout

from pathlib import Path

import pytest

from policyaudit.reading.office_convert import converted
from policyaudit.reading.refusals import ConverterMissing, NotConverted, TookTooLong
from tests.reading.making_programs import SHELL, only_these

pytestmark = pytest.mark.skipif(not SHELL.exists(), reason="this system has no /bin/sh to write programs for")

# What LibreOffice does, in short: it writes what it made into the folder it is told, under the document's name.
MAKES = "/bin/mkdir made && /bin/cp document.doc made/document.docx"


def test_a_document_comes_back_as_the_office_program_made_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only_these(tmp_path / "bin", {"soffice": MAKES}, monkeypatch)

    assert converted(b"Scope", kind="an old document", ending=".doc") == b"Scope"


def test_the_office_program_starts_with_a_profile_of_its_own_that_runs_no_macros(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = 'case "$1" in -env:UserInstallation=file:///*/profile) ;; *) exit 1 ;; esac\n'
    script += "/bin/mkdir made && /bin/cp profile/user/registrymodifications.xcu made/document.docx"
    only_these(tmp_path / "bin", {"libreoffice": script}, monkeypatch)

    settings = converted(b"Scope", kind="an old document", ending=".doc")

    assert b'"DisableMacrosExecution" oor:op="fuse"><value>true</value>' in settings
    assert b'"Link" oor:op="fuse"><value>0</value>' in settings


def test_where_no_office_program_is_installed_the_command_that_installs_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only_these(tmp_path / "bin", {}, monkeypatch)

    with pytest.raises(ConverterMissing) as refusal:
        converted(b"Scope", kind="an old Word document (.doc)", ending=".doc")

    assert str(refusal.value.named("a.doc")).startswith("a.doc is an old Word document (.doc), and LibreOffice")
    assert "sudo apt-get install -y libreoffice-writer" in (refusal.value.next_step or "")


def test_a_document_that_the_office_program_makes_nothing_of_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only_these(tmp_path / "bin", {"soffice": "exit 0"}, monkeypatch)

    with pytest.raises(NotConverted, match="LibreOffice could not read"):
        converted(b"Scope", kind="an old Word document (.doc)", ending=".doc")


def test_a_document_on_which_the_office_program_hangs_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only_these(tmp_path / "bin", {"soffice": "/bin/sleep 60"}, monkeypatch)

    with pytest.raises(TookTooLong):
        converted(b"Scope", kind="an old Word document (.doc)", ending=".doc", seconds=0.2)

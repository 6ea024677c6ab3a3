"""Old Word (.doc) and rich text (.rtf) documents, made into .docx by LibreOffice where it is installed.

LibreOffice runs with a profile of its own that runs no macros and follows no links.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

from policyaudit.reading.programs import installed, run
from policyaudit.reading.refusals import ConverterMissing, NotConverted, TookTooLong

_PROGRAMS = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_SECONDS = 60
_WORDS = "--headless --norestore --nolockcheck --nodefault --nofirststartwizard --convert-to".split()
_TO = "docx:MS Word 2007 XML"
_SETTINGS = "org.openoffice.Office"
_PROFILE = f"""<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/{_SETTINGS}.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse">\
<value>true</value></prop></item>
<item oor:path="/{_SETTINGS}.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse">\
<value>3</value></prop></item>
<item oor:path="/{_SETTINGS}.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse">\
<value>true</value></prop></item>
<item oor:path="/{_SETTINGS}.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def can_convert() -> bool:
    """Whether LibreOffice is installed."""
    return installed(*_PROGRAMS) is not None


def converted(content: bytes, *, kind: str, ending: str, seconds: float = _SECONDS) -> bytes:
    """The document as a .docx; `kind` says what it is in a refusal, `ending` what LibreOffice is to take it for."""
    program = installed(*_PROGRAMS)
    if program is None:
        raise ConverterMissing(kind=kind)
    with TemporaryDirectory(prefix="policyaudit-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        profile = _profile(folder)
        (folder / f"document{ending}").write_bytes(content)
        words = (f"-env:UserInstallation={profile.as_uri()}", *_WORDS, _TO, "--outdir", "made", f"document{ending}")
        if run([program, *words], folder=folder, seconds=seconds) is None:
            raise TookTooLong(seconds=round(seconds))
        return _made(folder / "made" / "document.docx", kind=kind)


def _profile(folder: Path) -> Path:
    """A new profile with what we allow."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
    return profile


def _made(path: Path, *, kind: str) -> bytes:
    """What LibreOffice made; it ends well also where it made nothing."""
    try:
        return path.read_bytes()
    except OSError:
        raise NotConverted(kind=kind) from None

"""What is said where a document names another school than the one under which it is filed."""

from policyaudit.domain.clean_text import clean


def stays_words(school: str, file_name: str | None) -> str:
    """That nothing said of the name moves the policy, and what files the document under the other school."""
    return f"It is filed under {clean(school)} and stays there: {filing_command(file_name)} files it under another"


def filing_command(file_name: str | None, school: str | None = None) -> str:
    """What to type to file the document under another school."""
    named = f'"{clean(school)}"' if school else "NAME"
    return f"audit import {clean(file_name) if file_name else 'FILE'} --school {named}"

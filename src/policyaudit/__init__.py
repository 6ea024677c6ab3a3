"""policyaudit keeps a school's policies: versions, review dates, sign-off, and the PDF that governors receive."""

__version__ = "0.1.0"

"""Of which site a mail speaks."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MailSite:
    """A municipality's site, or the platform's own, as a mail names it.

    `url` has a scheme and no slash at the end; `email` is where a reader can ask for help.
    """

    name: str
    url: str
    email: str

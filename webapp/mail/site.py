"""Of which site a mail speaks."""

from dataclasses import dataclass, replace

from webapp.languages.catalogues import DUTCH, find


@dataclass(frozen=True)
class MailSite:
    """A municipality's site, or the platform's own, as a mail names it.

    `url` has a scheme and no slash at the end; `email` is where a reader can ask for help. The
    mail is in `language`, and so are the pages under `url`.
    """

    name: str
    url: str
    email: str
    language: str = DUTCH.code

    def in_language(self, code: str) -> "MailSite":
        """Return the same site for a reader of language `code`; Dutch when that is not offered."""
        language = find(code)
        if language.is_source:
            return self
        return replace(self, url=f"{self.url}/{language.code}", language=language.code)

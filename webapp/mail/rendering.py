"""Mail texts: a subject, a plain text and an HTML text for each message."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from webapp.core import resources
from webapp.core.text import one_line
from webapp.languages import catalogues
from webapp.mail.site import MailSite

# A tag of the template on a line of its own leaves an empty line behind.
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+\n")


@dataclass(frozen=True)
class RenderedMail:
    """What a reader sees of one mail."""

    subject: str
    body_text: str
    body_html: str


def render(message_name: str, *, site: MailSite, **context: Any) -> RenderedMail:  # noqa: ANN401
    """Return message `message_name` ('<domain>/<message>'), with its context filled in.

    It is in the language of `site`.

    A value that the template asks for and the context lacks raises jinja2's UndefinedError.
    The subject is always one line, whatever somebody typed in a name.
    """

    def filled_in(part: str, **more: str) -> str:
        template = _environment(site.language).get_template(f"{message_name}/{part}")
        return template.render(context, site=site, **more)

    subject = one_line(filled_in("subject.txt"))
    return RenderedMail(
        subject=subject,
        body_text=_BLANK_LINES.sub("\n\n", filled_in("body.txt")).strip() + "\n",
        body_html=filled_in("body.html", subject=subject),
    )


@cache
def _environment(code: str) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(resources.folder("templates") / "mail"),
        autoescape=select_autoescape(["html"]),
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
    )
    environment.globals["language"] = catalogues.find(code)
    # The catalogues are asked for each sentence, so that what is kept here never outlives them.
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        gettext=lambda text: catalogues.translations(code).gettext(text),
        ngettext=lambda one, more, n: catalogues.translations(code).ngettext(one, more, n),
        newstyle=True,
    )
    return environment

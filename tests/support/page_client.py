"""The one door to a page in the tests: strict about what every page must be.

`get` and `submit` check each answer as `page_rules` says; forms are filled in by reading them
from the page, so that the names of fields and the CSRF token are real.
"""

from dataclasses import dataclass, field
from typing import Any, BinaryIO
from urllib.parse import urlencode, urljoin, urlsplit
from xml.etree.ElementTree import Element

from flask import Flask
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from tests.support import html, page_rules
from webapp.languages import catalogues
from webapp.languages.catalogues import DUTCH, Language
from webapp.web.languages import prefix_of

SentFile = tuple[BinaryIO, str]


@dataclass
class Page:
    """An answer of the site that is a page."""

    url: str
    status: int
    response: TestResponse
    tree: Element

    @property
    def text(self) -> str:
        """What a visitor reads, on one line."""
        return html.text_of(html.only(self.tree, "body"))

    @property
    def main_text(self) -> str:
        """What a visitor reads in the main part."""
        return html.text_of(html.only(self.tree, "main"))

    @property
    def heading(self) -> str:
        """The text of the h1."""
        return html.text_of(html.only(self.tree, "h1"))

    @property
    def title(self) -> str:
        """The title of the page."""
        return html.text_of(html.only(self.tree, "title"))

    @property
    def links(self) -> dict[str, str]:
        """The links of the page: text to address."""
        return {html.text_of(a): a.get("href", "") for a in html.all_of(self.tree, "a")}

    @property
    def errors(self) -> list[str]:
        """The sentences in the error summary."""
        return html.texts_with_class(self.tree, "a", inside="error-summary")


@dataclass
class PageClient:
    """A visitor with a browser of their own: cookies, one host to begin with, and one language.

    A path, and the text of a link or a button, are given as in Dutch.
    """

    app: Flask
    host: str = "duiven.localhost:5000"
    secure: bool = False
    language: Language = DUTCH
    pages: list[Page] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.client = self.app.test_client()

    @property
    def page(self) -> Page:
        """The page in view."""
        return self.pages[-1]

    def get(self, path: str, *, status: int = 200, **query: str | list[str]) -> Page:
        """Open a page, following redirects; it must answer with `status`."""
        target = f"{path}?{urlencode(query, doseq=True)}" if query else path
        begin = prefix_of(self.language)
        if target.startswith("/") and not target.startswith(f"{begin}/"):
            target = begin + target
        return self._arrive(self._ask("GET", target), status)

    def follow(self, text: str, *, status: int = 200) -> Page:
        """Follow the link with this text."""
        return self.get(self.page.links[self._said(text)], status=status)

    def submit(
        self,
        button: str,
        *,
        status: int | tuple[int, ...] = 200,
        form: int | None = None,
        **values: str | list[str] | list[SentFile] | None,
    ) -> Page:
        """Fill in the form that has this button, press it, and follow where it leads.

        A value of None leaves the field out (a box that is not ticked); files are sent as a list
        of their contents with their names; `form` chooses among several forms with the same
        button, and several of `status` may be right.
        """
        found = html.forms_with_button(self.page.tree, self._said(button))
        assert found, f"no button {button!r} on {self.page.url}"
        assert form is not None or len(found) == 1, f"{len(found)} buttons {button!r}"
        chosen, pressed = found[form or 0]
        data: MultiDict[str, Any] = html.values_of(chosen, pressed)
        for name, value in values.items():
            assert name in html.field_names(chosen), f"no field {name!r} in this form"
            data.poplist(name)
            data.setlist(
                name, [] if value is None else [value] if isinstance(value, str) else value
            )
        method = (chosen.get("method") or "get").upper()
        action = pressed.get("formaction") or chosen.get("action") or ""
        return self._arrive(self._send(method, action, data), status)

    def post_raw(
        self, path: str, data: dict[str, str], *, status: int | None = None
    ) -> TestResponse:
        """Send a form that no page offered, to see it refused (with `status`, if given)."""
        response = self._ask("POST", path, data=MultiDict(data))
        assert status in {None, response.status_code}, response.status_code
        return response

    def raw(self, path: str, method: str = "GET") -> TestResponse:
        """Ask for something that is no page; redirects are not followed."""
        return self._ask(method, path)

    def _said(self, text: str) -> str:
        """Return what a link or a button says in the language of this visitor."""
        return catalogues.translations(self.language.code).gettext(text)

    def _send(self, method: str, action: str, data: "MultiDict[str, Any]") -> TestResponse:
        target = urljoin(self.page.url, action)
        if method == "GET":
            query = urlencode(list(data.items(multi=True)))
            return self._ask("GET", f"{target.split('?')[0]}?{query}")
        return self._ask("POST", target, data=data)

    def _ask(
        self, method: str, target: str, data: "MultiDict[str, Any] | None" = None
    ) -> TestResponse:
        parts = urlsplit(target)
        host = parts.netloc or self.host
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        scheme = "https" if self.secure else "http"
        headers = {"Referer": self.pages[-1].url} if self.pages else {}
        response = self.client.open(
            path,
            method=method,
            base_url=f"{scheme}://{host}",
            data=data,
            headers=headers,
            buffered=True,  # as a server does: a file that is sent as it is made is ended
        )
        # A large form lies in a file that the test client leaves open.
        response.request.environ["wsgi.input"].close()
        self._asked = f"{scheme}://{host}{path}"
        return response

    def _arrive(self, response: TestResponse, status: int | tuple[int, ...]) -> Page:
        for _hop in range(5):
            if response.status_code not in {301, 302, 303, 308}:
                break
            page_rules.check_headers(response)
            response = self._ask("GET", urljoin(self._asked, response.headers["Location"]))
        expected = (status,) if isinstance(status, int) else status
        assert response.status_code in expected, (
            f"{self._asked} answered {response.status_code}, not {status}"
        )
        page = Page(
            url=self._asked,
            status=response.status_code,
            response=response,
            tree=page_rules.parse_strictly(response),
        )
        page_rules.check(page.tree, response)
        self.pages.append(page)
        return page

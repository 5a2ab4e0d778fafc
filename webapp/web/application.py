"""The Flask application with a commit at the edge of each request."""

from typing import Any

from flask import Flask, Request, Response
from jinja2 import StrictUndefined
from werkzeug.exceptions import BadHost
from werkzeug.routing import MapAdapter

from webapp.web import edge, languages


class Application(Flask):
    """Flask, in which the answer of a view is complete only when its changes are committed.

    An error while committing (somebody else was first, the database is away) is then handled
    like any other error, and the visitor is not told that something was saved.
    """

    # A name that a template misspells is a fault, not an empty place on the page.
    jinja_options = {"undefined": StrictUndefined}  # noqa: RUF012 (Flask's own class variable)

    def url_for(self, endpoint: str, **named: Any) -> str:  # noqa: ANN401 (Flask's own)
        """Return an address: in the language at hand, as far as the page there is in it."""
        return languages.in_own_language(endpoint, super().url_for(endpoint, **named))

    def create_url_adapter(self, request: Request | None) -> MapAdapter | None:
        """Let a host that cannot be a name, such as '..localhost', be refused with a page too."""
        try:
            return super().create_url_adapter(request)
        except BadHost:
            return self.url_map.bind("", path_info=request.path if request else None)

    def log_exception(self, *_details: object) -> None:
        """Leave the log to the handler of faults: Flask's own line has the address with secrets."""

    def dispatch_request(self) -> Response:
        response = self.make_response(super().dispatch_request())
        edge.finish(response)
        return response

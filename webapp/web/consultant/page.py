"""A page for consultants: the template with the menu beside it, kept by nobody."""

from typing import Any

from flask import Response, make_response, render_template

from webapp.web.consultant import navigation


def page(view: str, status: int = 200, **context: Any) -> Response:  # noqa: ANN401 (any values)
    """Return the page of `view`, out of templates/pages/consultant."""
    html = render_template(
        f"pages/consultant/{view}.html", section_navigation=navigation.sections(), **context
    )
    response = make_response(html, status)
    response.headers["Cache-Control"] = "no-store"
    return response

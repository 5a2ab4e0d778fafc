"""What a program asked wrongly, as a problem (RFC 9457) that names each parameter."""

from collections.abc import Mapping

from flask import Response, jsonify
from flask_babel import gettext as _


def wrong_parameters(problems: Mapping[str, str]) -> Response:
    """Return a problem of status 400; `problems` maps a parameter to what is wrong with it."""
    response = jsonify(
        type="about:blank",
        title=_("Deze vraag kunnen we nog niet beantwoorden."),
        status=400,
        detail=_("Verbeter deze parameters: %(names)s.", names=", ".join(sorted(problems))),
        errors=[{"parameter": name, "detail": text} for name, text in sorted(problems.items())],
    )
    response.status_code = 400
    response.mimetype = "application/problem+json"
    return response

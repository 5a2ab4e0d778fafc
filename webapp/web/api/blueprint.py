"""The blueprint of the interface for programs, and what all its answers have in common."""

from flask import Blueprint, Response

blueprint = Blueprint("api", __name__, url_prefix="/api/v1")
# Major.minor.patch, as the NLGov REST API Design Rules ask (API-57).
_VERSION = "1.0.0"


@blueprint.after_request
def add_version(response: Response) -> Response:
    """Say which version of the interface answered."""
    response.headers["API-Version"] = _VERSION
    return response

"""Refusing what no person types and no database of ours keeps."""

from flask import abort, request
from flask_babel import gettext as _

from webapp.core.errors import InvalidInputError


def refuse_nul() -> None:
    """Refuse a request with a NUL character: PostgreSQL takes none in a text.

    400 for one in the query or in a form, 404 for one in the path.
    """
    if "\x00" in request.path:
        abort(404)
    for name, value in request.values.items(multi=True):
        if "\x00" in name or "\x00" in value:
            raise InvalidInputError(
                {name: _("Typ dit opnieuw, met alleen gewone letters, cijfers en leestekens.")}
            )

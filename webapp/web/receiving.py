"""Letting large files through, to those who may send them and to nobody else."""

from collections.abc import Callable
from typing import TypeVar

from flask import current_app, request
from werkzeug.wrappers import Response

from webapp.web.access import check_access
from webapp.web.freshness import READING

View = TypeVar("View", bound=Callable[..., object])
# The fields of a form with every file that it may bring, several times over. A file of less than
# half a megabyte stays in memory while the rest comes in.
_MOST_PARTS = 200


def receives(most_bytes: int) -> Callable[[View], View]:
    """Let a view be sent `most_bytes`: large files go to the disk while they come in."""

    def mark(view: View) -> View:
        view.most_bytes = most_bytes  # type: ignore[attr-defined]
        return view

    return mark


def let_files_through() -> Response | None:
    """Raise the limit for a view that receives files, before anything reads the form.

    Who may not open the view is refused here already: their files are not even taken in.
    """
    view = current_app.view_functions.get(request.endpoint or "")
    most_bytes: int | None = getattr(view, "most_bytes", None)
    if most_bytes is None or request.method in READING:
        return None
    refusal = check_access()
    if refusal is None:
        request.max_content_length = most_bytes
        request.max_form_parts = _MOST_PARTS
    return refusal

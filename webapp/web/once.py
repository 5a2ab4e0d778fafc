"""Making one thing, however often the button is pressed."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.exc import IntegrityError

from webapp.core.errors import ConflictError
from webapp.web.edge import db

Thing = TypeVar("Thing")


def made_once(find: Callable[[], Thing | None], make: Callable[[], Thing]) -> Thing:
    """Return what `find` gives, or else what `make` makes under an id that is unique.

    Of two requests at the same moment the second gets what the first made. Raise ConflictError
    when the id is in use for something that `find` does not give.
    """
    found = find()
    if found is not None:
        return found
    try:
        with db().begin_nested():
            return make()
    except IntegrityError as refusal:
        found = find()
        if found is None:
            raise ConflictError from refusal
        return found

"""Which files the workplaces still refer to."""

from sqlalchemy import String, cast, or_, select
from sqlalchemy.orm import Session

from webapp.workplaces.models import WorkplaceVersion

_AT_ONCE = 500


def keys_in_use(session: Session) -> set[str]:
    """Return the keys of the files that any version names, old ones too."""
    as_text = cast(WorkplaceVersion.content, String)
    named = or_(as_text.contains('"photos"'), as_text.contains('"documents"'))
    found = session.scalars(
        select(WorkplaceVersion.content).where(named), execution_options={"yield_per": _AT_ONCE}
    )
    keys: set[str] = set()
    for content in found:
        keys |= {photo.key for photo in content.photos}
        keys |= {document.key for document in content.documents}
    return keys

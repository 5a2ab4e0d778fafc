"""Which municipality checks what is handed in."""

from sqlalchemy.orm import Session

from webapp.municipalities.models import Municipality
from webapp.workplaces.models import WorkplaceVersion


def checker_of(session: Session, version: WorkplaceVersion) -> str:
    """Return the code of the municipality where the work is, if that takes part.

    Otherwise that of the municipality on whose site the workplace is, or was offered.
    """
    code = version.delivery_municipality_code
    delivery = session.get(Municipality, code) if code else None
    if delivery is not None and delivery.takes_part:
        return delivery.code
    return version.workplace.municipality_code

"""Which municipality checks a workplace."""

from sqlalchemy.orm import Session

from webapp.municipalities.models import Municipality
from webapp.workplaces.models import Workplace, WorkplaceVersion


def route(session: Session, workplace: Workplace, version: WorkplaceVersion) -> None:
    """Give the workplace to the municipality where the work is, if that takes part.

    Otherwise it stays with the municipality where it was offered.
    """
    code = version.delivery_municipality_code
    delivery = session.get(Municipality, code) if code else None
    if delivery is not None and delivery.takes_part:
        workplace.municipality_code = delivery.code

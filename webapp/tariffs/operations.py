"""What a municipality does with its tariffs: add, change, remove."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from webapp.audit.changes import differences
from webapp.audit.operations import record
from webapp.core.actor import Actor
from webapp.core.clock import day_in_words
from webapp.core.errors import ConflictError, refuse
from webapp.core.i18n import N_
from webapp.core.money import in_euros
from webapp.municipalities.operations import claim
from webapp.tariffs.models import Tariff, TariffUnit
from webapp.tariffs.queries import find_overlapping, get_tariff
from webapp.trajectories.products import ProductCode

_HIGHEST_CENTS = 100_000_00
_YEARS = range(2015, 2100)


@dataclass(frozen=True)
class TariffDraft:
    """What a moderator filled in: the first and the last day it holds are both included."""

    product: ProductCode
    product_code: str
    unit: TariffUnit
    amount_cents: int
    valid_from: date
    valid_to: date
    note: str = ""
    is_example: bool = False


def add_tariff(
    session: Session, municipality_code: str, draft: TariffDraft, *, actor: Actor, now: datetime
) -> Tariff:
    """Add a tariff; raise InvalidInputError when it cannot be, or overlaps with another one.

    The very same tariff is added once, however often.
    """
    claim(session, municipality_code)
    period = (draft.valid_from, draft.valid_to)
    same = find_overlapping(session, municipality_code, draft.product, period)
    if same and all(getattr(same, name) == value for name, value in asdict(draft).items()):
        return same
    refuse(_problems_of(draft) or _overlap(session, municipality_code, draft))
    tariff = Tariff(municipality_code=municipality_code, **asdict(draft))
    session.add(tariff)
    session.flush()
    _log(session, "tariff.added", tariff, actor, now)
    return tariff


def change_tariff(  # noqa: PLR0913 (what every operation takes, and what was read)
    session: Session,
    municipality_code: str,
    public_id: str,
    draft: TariffDraft,
    *,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Change a tariff; errors as for `add_tariff`, and as for `remove_tariff`."""
    tariff = _claimed_tariff(session, municipality_code, public_id, expected_version)
    refuse(_problems_of(draft) or _overlap(session, municipality_code, draft, beside=tariff.id))
    before = {name: getattr(tariff, name) for name in asdict(draft)}
    for name, value in asdict(draft).items():
        setattr(tariff, name, value)
    session.flush()
    changes = differences(_in_words(before), _in_words(asdict(draft)))
    _log(session, "tariff.changed", tariff, actor, now, **changes)


def remove_tariff(
    session: Session,
    municipality_code: str,
    public_id: str,
    *,
    expected_version: int,
    actor: Actor,
    now: datetime,
) -> None:
    """Remove a tariff; what it was stays in the log.

    Raise ConflictError when somebody else changed it since `expected_version` was read, and
    NotFoundError when there is none.
    """
    tariff = _claimed_tariff(session, municipality_code, public_id, expected_version)
    _log(session, "tariff.removed", tariff, actor, now)
    session.delete(tariff)
    session.flush()


def _claimed_tariff(
    session: Session, municipality_code: str, public_id: str, expected_version: int
) -> Tariff:
    claim(session, municipality_code)
    tariff = get_tariff(session, municipality_code, public_id)
    if tariff.version != expected_version:
        raise ConflictError(public_id)
    return tariff


def _problems_of(draft: TariffDraft) -> dict[str, str]:
    problems = {}
    if not 0 < draft.amount_cents <= _HIGHEST_CENTS:
        problems["amount"] = N_("Vul een bedrag in boven de € 0 en tot en met € 100.000.")
    if draft.valid_from.year not in _YEARS:
        problems["valid_from"] = N_("Vul een dag in vanaf 2015, zoals 1-1-2027.")
    if draft.valid_to.year not in _YEARS:
        problems["valid_to"] = N_("Vul een dag in vanaf 2015, zoals 31-12-2027.")
    elif draft.valid_to < draft.valid_from:
        problems["valid_to"] = N_("Kies een laatste dag die niet vóór de eerste dag ligt.")
    return problems


def _overlap(
    session: Session, municipality_code: str, draft: TariffDraft, *, beside: int | None = None
) -> dict[str, str]:
    other = find_overlapping(
        session,
        municipality_code,
        draft.product,
        (draft.valid_from, draft.valid_to),
        beside=beside,
    )
    if other is None:
        return {}
    period = f"{day_in_words(other.valid_from)} tot en met {day_in_words(other.valid_to)}"
    return {
        "valid_from": f"Voor dit traject is er al een tarief van {period}. "
        "Kies een periode die daar niet in valt."
    }


def _in_words(values: dict[str, Any]) -> dict[str, Any]:
    """Return the values of a tariff with its amount as people write it."""
    others = {name: value for name, value in values.items() if name != "amount_cents"}
    return {"amount": in_euros(values["amount_cents"]), **others}


def _log(
    session: Session,
    action: str,
    tariff: Tariff,
    actor: Actor,
    now: datetime,
    **changes: Any,  # noqa: ANN401 (whatever JSON can hold)
) -> None:
    record(
        session,
        action,
        subject=("tariff", tariff.public_id),
        actor=actor,
        now=now,
        municipality_code=tariff.municipality_code,
        product=tariff.product.value,
        amount=in_euros(tariff.amount_cents),
        valid_from=tariff.valid_from.isoformat(),
        valid_to=tariff.valid_to.isoformat(),
        **changes,
    )

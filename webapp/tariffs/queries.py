"""Finding the tariffs of a municipality."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from webapp.core.errors import NotFoundError
from webapp.tariffs.models import Tariff
from webapp.trajectories.products import ProductCode


@dataclass(frozen=True)
class TariffYear:
    """The tariffs that begin to hold in a year, in the usual order of the products."""

    year: int
    tariffs: tuple[Tariff, ...]


def tariffs_of(session: Session, municipality_code: str) -> Sequence[Tariff]:
    """Return all tariffs of a municipality, the latest first."""
    return session.scalars(
        select(Tariff)
        .where(Tariff.municipality_code == municipality_code)
        .order_by(Tariff.valid_from.desc(), Tariff.id)
    ).all()


def tariffs_by_year(
    session: Session, municipality_code: str, products: Collection[str] = tuple(ProductCode)
) -> tuple[TariffYear, ...]:
    """Return the tariffs of a municipality by the year they begin in, the latest first.

    Only those for `products` (codes) are returned.
    """
    order = list(ProductCode)
    found = [row for row in tariffs_of(session, municipality_code) if row.product in products]
    years = groupby(found, key=lambda row: row.valid_from.year)
    return tuple(
        TariffYear(
            year,
            tuple(sorted(rows, key=lambda row: (order.index(row.product), row.valid_from))),
        )
        for year, rows in years
    )


def find_tariff_on(
    session: Session, municipality_code: str, product: ProductCode, day: date
) -> Tariff | None:
    """Return the tariff that holds for a product on a day: at most one does."""
    return session.scalar(
        select(Tariff).where(
            Tariff.municipality_code == municipality_code,
            Tariff.product == product,
            Tariff.valid_from <= day,
            Tariff.valid_to >= day,
        )
    )


def find_overlapping(
    session: Session,
    municipality_code: str,
    product: ProductCode,
    period: tuple[date, date],
    *,
    beside: int | None = None,
) -> Tariff | None:
    """Return a tariff for the same product that holds on a day of `period`, ends included.

    `beside` is the id of a tariff that does not count: the one that is being changed.
    """
    first, last = period
    return session.scalar(
        select(Tariff)
        .where(
            Tariff.municipality_code == municipality_code,
            Tariff.product == product,
            Tariff.valid_from <= last,
            Tariff.valid_to >= first,
            Tariff.id != (beside or 0),
        )
        .order_by(Tariff.valid_from)
        .limit(1)
    )


def get_tariff(session: Session, municipality_code: str, public_id: str) -> Tariff:
    """Return a tariff of a municipality as it now stands, or raise NotFoundError."""
    tariff = session.scalar(
        select(Tariff)
        .where(Tariff.municipality_code == municipality_code, Tariff.public_id == public_id)
        .execution_options(populate_existing=True)
    )
    if tariff is None:
        raise NotFoundError(public_id)
    return tariff

"""An exception to the location rule as a moderator reads it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from webapp.core import clock
from webapp.core.i18n import N_
from webapp.moderation.exceptions import review_of
from webapp.moderation.review import Review
from webapp.municipalities.queries import names_by_code
from webapp.search.document import facts_of_version
from webapp.search.scope import Reason, Scope
from webapp.web.edge import db
from webapp.web.filters import day
from webapp.web.location_rule import own_scope
from webapp.workplaces.exceptions.models import LocationException, Phase
from webapp.workplaces.exceptions.operations import address_in_words

PHASES: Mapping[Phase, str] = {
    Phase.CURRENT: N_("Nu"),
    Phase.COMING: N_("Straks"),
    Phase.OVER: N_("Voorbij"),
}


@dataclass(frozen=True)
class Described:
    """One exception in words; `notes` are what a moderator would not expect."""

    exception: LocationException
    review: Review
    phase: Phase
    place: str
    days: str
    notes: tuple[str, ...]


def described(exceptions: Sequence[LocationException]) -> list[Described]:
    """Return these exceptions in words; many cost as few statements as one."""
    reviews = [review_of(exception) for exception in exceptions]
    codes = {review.version.delivery_municipality_code or "" for review in reviews}
    names, scope = names_by_code(db(), codes), own_scope()
    today = clock.today()
    return [
        Described(
            exception=exception,
            review=review,
            phase=exception.phase(today),
            place=_place_in_words(review, names),
            days=days_in_words(exception),
            notes=tuple(_notes(exception, review, scope)),
        )
        for exception, review in zip(exceptions, reviews, strict=True)
    ]


def _place_in_words(review: Review, names: Mapping[str, str]) -> str:
    """Return where the work is: 'Beekbergen, gemeente Apeldoorn'."""
    place = review.version.content.place
    name = names.get(review.version.delivery_municipality_code or "")
    return str(_("%(place)s, gemeente %(name)s", place=place, name=name)) if name else place


def days_in_words(exception: LocationException) -> str:
    """Return from when to when an exception holds."""
    first, last = day(exception.valid_from), exception.valid_to
    if last is None:
        return str(_("Vanaf %(first)s, zonder laatste dag", first=first))
    return str(_("Van %(first)s tot en met %(last)s", first=first, last=day(last)))


def _notes(exception: LocationException, review: Review, scope: Scope) -> list[str]:
    if exception.phase(clock.today()) is Phase.OVER:
        return []
    notes = []
    if address_in_words(review.version.content) != exception.address:
        notes.append(
            _(
                "Het adres is veranderd. Bij het toestaan was het: %(address)s.",
                address=exception.address,
            )
        )
    reason = scope.reason_by_rule(facts_of_version(review.workplace, review.version))
    if reason not in (None, Reason.EXCEPTION):
        notes.append(_("De werkplek is hier nu ook zonder uitzondering te vinden."))
    if not review.is_on_site:
        notes.append(_("De werkplek staat nu niet op de site."))
    return [str(note) for note in notes]

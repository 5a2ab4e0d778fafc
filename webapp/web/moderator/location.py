"""Where a workplace lies for the municipality of the site, by the location rule [S0 Eis 8]."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from flask_babel import gettext as _

from webapp.core.i18n import N_
from webapp.moderation.review import Review
from webapp.municipalities.queries import get_municipality
from webapp.municipalities.settings import Adjacency
from webapp.search.document import facts_of_version
from webapp.search.scope import Reason
from webapp.web.edge import db
from webapp.web.location_rule import own_scope
from webapp.web.site import current_municipality, current_site


@dataclass(frozen=True)
class Location:
    """What a moderator must know of where the work is; `kind` is that of a badge.

    `reason` is why the workplace counts for the municipality; without one it lies outside.
    """

    name: str
    explanation: str
    kind: str
    reason: Reason | None = None


# Adjacent by municipality or by place, as the municipality chose; None lies outside the rule.
_WORDS: Mapping[Reason | Adjacency | None, Location] = {
    Reason.OWN: Location(
        N_("In de gemeente %(own)s"), N_("Het werk is in de eigen gemeente."), "ok"
    ),
    Reason.SERVICE_AREA: Location(
        N_("Ook voor inwoners van %(own)s"), N_("Het werk is in de gemeente %(there)s."), "ok"
    ),
    Adjacency.MUNICIPALITY: Location(
        N_("In een buurgemeente"), N_("Het werk is in de gemeente %(there)s."), "ok"
    ),
    Adjacency.PLACE: Location(
        N_("In een plaats ernaast"),
        N_("Het werk is in %(place)s, in de gemeente %(there)s."),
        "ok",
    ),
    Reason.EXCEPTION: Location(
        N_("Niet in de buurt, met een uitzondering"),
        N_("Het werk is in %(place)s, in de gemeente %(there)s."),
        "ok",
    ),
    None: Location(
        N_("Niet in de buurt"),
        N_(
            "Het werk is in %(place)s, in de gemeente %(there)s. Dat grenst niet aan %(own)s. "
            "Volgens de locatieregel mag dat alleen met toestemming van de gemeente."
        ),
        "warning",
    ),
}
_NOT_FOUND = Location(
    N_("Adres niet gevonden"),
    N_("We kennen deze postcode niet. Kijk zelf in welke gemeente het werk is."),
    "warning",
)


def location_of(review: Review) -> Location:
    """Return, in the visitor's language, how the delivery address lies for the municipality."""
    version = review.version
    reason = own_scope().reason_by_rule(facts_of_version(review.workplace, version))
    code = version.delivery_municipality_code
    if code is None:
        words, names = _NOT_FOUND, {}
    else:
        adjacency = current_site().settings.adjacency
        words = _WORDS[adjacency if reason is Reason.ADJACENT else reason]
        names = {
            "own": current_municipality().name,
            "there": get_municipality(db(), code).name,
            "place": version.content.place,
        }
    return replace(
        words,
        name=_(words.name, **names),
        explanation=_(words.explanation, **names),
        reason=reason,
    )

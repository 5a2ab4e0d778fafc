"""Where a workplace lies for the municipality of the site, by the location rule [S0 Eis 8]."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from webapp.core.i18n import N_
from webapp.moderation.review import Review
from webapp.municipalities.queries import get_municipality
from webapp.municipalities.settings import Adjacency
from webapp.search.document import facts_of_version
from webapp.search.scope import Reason, surroundings
from webapp.web.edge import db
from webapp.web.site import current_municipality, current_site


@dataclass(frozen=True)
class Location:
    """What a moderator must know of where the work is; `kind` is that of a badge."""

    name: str
    explanation: str
    kind: str


# Adjacent by municipality or by place, as the municipality chose; None lies outside the rule.
_WORDS: Mapping[Reason | Adjacency | None, Location] = {
    Reason.OWN: Location(
        N_("In de gemeente %(own)s"), N_("Het werk is in de eigen gemeente."), "ok"
    ),
    Reason.SERVICE_AREA: Location(
        N_("Ook voor inwoners van %(own)s"), N_("Het werk is in de gemeente %(there)s."), "ok"
    ),
    Adjacency.MUNICIPALITY: Location(
        N_("In een aangrenzende gemeente"), N_("Het werk is in de gemeente %(there)s."), "ok"
    ),
    Adjacency.PLACE: Location(
        N_("In een aangrenzende plaats"),
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
    own, version = current_municipality(), review.version
    code = version.delivery_municipality_code
    if code is None:
        return Location(_(_NOT_FOUND.name), _(_NOT_FOUND.explanation), _NOT_FOUND.kind)
    adjacency = current_site().settings.adjacency
    scope = surroundings(db(), own.code, adjacency)
    reason = scope.reason_by_rule(facts_of_version(review.workplace, version))
    words = _WORDS[adjacency if reason is Reason.ADJACENT else reason]
    names = {
        "own": own.name,
        "there": get_municipality(db(), code).name,
        "place": version.content.place,
    }
    return Location(_(words.name, **names), _(words.explanation, **names), words.kind)

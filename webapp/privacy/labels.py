"""The rights of people in words."""

from collections.abc import Mapping

from webapp.core.i18n import N_
from webapp.core.restricting import RestrictionGround
from webapp.privacy.people import RequestKind
from webapp.privacy.rights import LiftReason

REQUESTS: Mapping[RequestKind, str] = {
    RequestKind.ACCESS: N_("Inzage: iemand wil weten wat we bewaren"),
    RequestKind.COPY: N_("Kopie: iemand wil een bestand"),
    RequestKind.RECTIFICATION: N_("Verbeteren: er klopt iets niet"),
    RequestKind.RESTRICTION: N_("Stilzetten: iemand wil dat we het even niet gebruiken"),
    RequestKind.ERASURE: N_("Wissen: iemand wil dat we het weghalen"),
    RequestKind.OBJECTION: N_("Bezwaar: iemand is het niet eens met het gebruik"),
}
GROUNDS: Mapping[RestrictionGround, str] = {
    RestrictionGround.ACCURACY: N_("Iemand zegt dat de gegevens niet kloppen. We zoeken het uit."),
    RestrictionGround.UNLAWFUL: N_("We mochten dit niet bewaren, maar iemand wil het niet kwijt."),
    RestrictionGround.CLAIM: N_("Iemand heeft de gegevens nodig, bijvoorbeeld voor een rechter."),
    RestrictionGround.OBJECTION: N_("Iemand maakt bezwaar. We wegen dat nog af."),
}
LIFT_REASONS: Mapping[LiftReason, str] = {
    LiftReason.SETTLED: N_("Het is uitgezocht"),
    LiftReason.WITHDRAWN: N_("De persoon vraagt er niet meer om"),
    LiftReason.OVERRULED: N_("We hebben het afgewogen, en mogen het weer gebruiken"),
}

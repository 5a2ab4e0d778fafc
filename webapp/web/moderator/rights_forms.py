"""The forms of the desk for what people may ask of what is kept of them."""

from flask_babel import lazy_gettext as _l

from webapp.core.restricting import RestrictionGround
from webapp.privacy.labels import GROUNDS, LIFT_REASONS, REQUESTS
from webapp.privacy.people import RequestKind
from webapp.privacy.rights import LiftReason
from webapp.web.forms.base import Form
from webapp.web.forms.fields import Line, choices_of
from webapp.web.forms.rules import filled
from webapp.web.forms.typed_fields import OneChoice


class PersonForm(Form):
    """Whom, and what for."""

    sought = Line(
        _l("E-mailadres, telefoonnummer of nummer"),
        [filled(_l("Vul een e-mailadres, telefoonnummer of nummer in, zoals K7QH-3MPX."))],
        description=_l("Vul het helemaal in. Een deel van een adres vinden we niet."),
    )
    request = OneChoice(
        _l("Wat vraagt deze persoon?"),
        [filled(_l("Kies wat deze persoon vraagt."))],
        choices=choices_of(REQUESTS),
    )

    def to_draft(self) -> tuple[str, RequestKind]:
        """Return what was typed, and what for."""
        return self.sought.data or "", RequestKind(self.request.data)


class RestrictForm(Form):
    """Why something is put beyond use."""

    ground = OneChoice(
        _l("Waarom zetten we dit stil?"),
        [filled(_l("Kies waarom we dit stilzetten."))],
        choices=choices_of(GROUNDS),
    )

    def to_draft(self) -> RestrictionGround:
        """Return the ground."""
        return RestrictionGround(self.ground.data)


class LiftForm(Form):
    """Why something may be used again."""

    reason = OneChoice(
        _l("Waarom mag dit weer gebruikt worden?"),
        [filled(_l("Kies waarom dit weer gebruikt mag worden."))],
        choices=choices_of(LIFT_REASONS),
    )

    def to_draft(self) -> LiftReason:
        """Return the reason."""
        return LiftReason(self.reason.data)

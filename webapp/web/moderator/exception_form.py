"""The forms for an exception to the location rule."""

from datetime import date
from typing import Any, cast

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from webapp.core import clock
from webapp.web.forms.fields import Paragraphs
from webapp.web.forms.rules import filled
from webapp.web.forms.typed_fields import Day
from webapp.web.forms.versioned import VersionedForm
from webapp.web.moderator.decision_forms import DecisionForm, ReasonField
from webapp.workplaces.exceptions.models import LocationException
from webapp.workplaces.exceptions.operations import LONGEST_TEXT, ExceptionDraft

_SHOWN = _l(
    "Bezoekers en de aanbieder lezen dit. Noem geen namen van inwoners. "
    "Schrijf hooguit %(most)s tekens.",
    most=LONGEST_TEXT,
)


class ExceptionForm(VersionedForm):
    """Why a workplace is allowed, what is agreed on transport, and from when to when."""

    reason = Paragraphs(
        _l("Waarom maakt de gemeente een uitzondering?"),
        [filled(_l("Schrijf in een paar woorden op waarom."))],
        description=_SHOWN,
        render_kw={"rows": 4},
    )
    transport_promised = BooleanField(
        _l("De aanbieder regelt en betaalt het vervoer"),
        [filled(_l("Zet hier een vinkje. Zonder die afspraak kan er geen uitzondering zijn."))],
        description=_l("Spreek dit eerst af met de aanbieder."),
    )
    transport = Paragraphs(
        _l("Hoe gaat het vervoer?"),
        description=_SHOWN,
        render_kw={"rows": 3},
    )
    valid_from = Day(_l("Eerste dag"), [filled(_l("Vul de eerste dag in, zoals 1-1-2027."))])
    valid_to = Day(
        _l("Laatste dag"),
        description=_l("Is er nog geen laatste dag afgesproken? Laat dit dan leeg."),
    )

    def to_draft(self) -> ExceptionDraft:
        """Return what was filled in; the form must be valid."""
        return ExceptionDraft(
            reason=self.reason.data or "",
            transport_promised=self.transport_promised.data,
            transport=self.transport.data or "",
            valid_from=cast("date", self.valid_from.data),
            valid_to=self.valid_to.data,
        )


class ExceptionEndForm(DecisionForm):
    """To let a workplace count no more."""

    reason = ReasonField(_l("Waarom stopt de uitzondering?"))


def exception_form(exception: LocationException | None = None, **options: Any) -> ExceptionForm:  # noqa: ANN401
    """Return the form as it was sent, or else with the exception as it is (None: a new one)."""
    if exception is None:
        return ExceptionForm(data={"valid_from": clock.today()}, **options)
    names = ("reason", "transport", "valid_from", "valid_to")
    data = {name: getattr(exception, name) for name in names}
    version = str(exception.version)
    return ExceptionForm(data={**data, "transport_promised": True, "version": version}, **options)

"""The forms about a placement."""

from datetime import date
from typing import cast

from flask_babel import lazy_gettext as _l

from webapp.core.i18n import N_
from webapp.placements import labels
from webapp.placements.draft import EndDraft, MarkDraft, PlacementDraft
from webapp.placements.models import Placement
from webapp.placements.vocabulary import EndReason, MarkKind, NextStep
from webapp.trajectories.ladder import rungs
from webapp.trajectories.products import ProductCode, products
from webapp.web.forms.base import Form
from webapp.web.forms.fields import Line, choices_of
from webapp.web.forms.once import OnceForm
from webapp.web.forms.rules import filled
from webapp.web.forms.typed_fields import Day, OneChoice, WholeNumber
from webapp.web.forms.versioned import VersionedForm
from webapp.web.product_words import named
from webapp.web.site import current_site

_UNKNOWN = "onbekend"
_DAY = _l("Vul een dag in, zoals 31-12-2026.")


def _rungs() -> dict[str, str]:
    return {str(rung.number): f"{rung.number}. {rung.name}" for rung in rungs()}


class _PlacementFields(Form):
    """What is agreed."""

    product = OneChoice(_l("Welk traject is het?"), [filled(_l("Kies welk traject het is."))])
    reference = Line(
        _l("Je eigen kenmerk"),
        [filled(_l("Vul je eigen kenmerk in, zoals een zaaknummer."))],
        description=_l(
            "Bijvoorbeeld een zaaknummer. Geen naam, BSN, e-mailadres of telefoonnummer. De "
            "werkgever ziet dit niet."
        ),
        render_kw={"autocomplete": "off", "size": 24},
    )
    requested_on = Day(
        _l("Wanneer is de plaatsing aangevraagd of besloten?"),
        description=_l("Vanaf die dag tellen we hoelang iemand wacht tot de eerste dag."),
    )
    first_day = Day(_l("Wat is de eerste dag?"), [filled(_DAY)])
    last_day = Day(
        _l("Wat is de laatste dag?"),
        description=_l("Laat je dit leeg? Dan rekenen we met de langste tijd die mag."),
    )
    weekly_hours = WholeNumber(
        _l("Hoeveel uur per week?"), [filled(_l("Vul een aantal uren in van 1 tot en met 40."))]
    )
    rung_before = OneChoice(
        _l("Op welke trede staat de deelnemer bij het begin?"),
        [filled(_l("Kies een trede van de ladder."))],
        choices=choices_of(_rungs()),
    )

    def offer(self, codes: list[ProductCode]) -> None:
        """Let these products be chosen from, called as the municipality calls them."""
        known = named(each for each in products() if each.code in codes)
        self.product.choices = [(each.code.value, each.name) for each in known]

    def _draft(self, key: str) -> PlacementDraft:
        return PlacementDraft(
            product=ProductCode(self.product.data),
            reference=self.reference.data or "",
            requested_on=self.requested_on.data,
            first_day=cast("date", self.first_day.data),  # the rule of the field asks for one
            last_day=self.last_day.data,
            weekly_hours=self.weekly_hours.data or 0,
            rung_before=int(self.rung_before.data),
            key=key,
        )


class StartForm(_PlacementFields, OnceForm):
    """A placement that begins."""

    def to_draft(self) -> PlacementDraft:
        """Return what was filled in."""
        return self._draft(self.once_key)


class EditForm(_PlacementFields, VersionedForm):
    """The same, for one that is there."""

    def to_draft(self) -> PlacementDraft:
        """Return what was filled in."""
        return self._draft("")

    def begin_with(self, placement: Placement) -> None:
        """Begin with the placement as it is."""
        self.process(
            obj=placement,
            data={
                "product": placement.product.value,
                "rung_before": str(placement.rung_before),
                "version": str(placement.version),
            },
        )


class MarkForm(VersionedForm, OnceForm):
    """On which day something happened."""

    day = Day(_l("Op welke dag?"), [filled(_DAY)])

    def begin_with(self, day: date) -> None:
        """Begin with the day that it was, most likely."""
        self.day.process_data(day)

    def to_draft(self, kind: MarkKind) -> MarkDraft:
        """Return what was filled in."""
        return MarkDraft(kind, cast("date", self.day.data), self.once_key)


class ExtendForm(VersionedForm, OnceForm):
    """Until when a placement is extended."""

    last_day = Day(_l("Wat wordt de laatste dag?"), [filled(_DAY)])

    def to_draft(self) -> date:
        """Return what was filled in."""
        return cast("date", self.last_day.data)


class EndForm(VersionedForm, OnceForm):
    """How a placement ended."""

    day = Day(_l("Wat was de laatste dag?"), [filled(_DAY)])
    reason = OneChoice(
        _l("Waarom eindigt het?"),
        [filled(_l("Kies waarom de plaatsing eindigt."))],
        choices=choices_of(labels.END_REASONS),
    )
    rung_after = OneChoice(
        _l("Op welke trede staat de deelnemer nu?"),
        [filled(_l("Kies een trede, of “Niet bekend”."))],
        choices=choices_of({**_rungs(), _UNKNOWN: N_("Niet bekend")}),
    )
    next_step = OneChoice(
        _l("Wat gaat de deelnemer hierna doen?"),
        [filled(_l("Kies wat de deelnemer hierna gaat doen."))],
        choices=choices_of(labels.NEXT_STEPS),
    )

    def begin_with(self, day: date) -> None:
        """Begin with the day that it was, most likely."""
        self.day.process_data(day)

    def to_draft(self) -> EndDraft:
        """Return what was filled in."""
        rung = self.rung_after.data
        return EndDraft(
            day=cast("date", self.day.data),
            reason=EndReason(self.reason.data),
            rung_after=None if rung == _UNKNOWN else int(rung),
            next_step=NextStep(self.next_step.data),
            key=self.once_key,
        )


def offered_here() -> list[ProductCode]:
    """Return the products that the municipality offers."""
    return [ProductCode(code) for code in current_site().settings.products_offered]

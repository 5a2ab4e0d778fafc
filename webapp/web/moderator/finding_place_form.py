"""The form for a finding place."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.fields.choices import SelectChoice

from webapp.findingplaces.draft import REQUIRED, FindingPlaceDraft
from webapp.findingplaces.labels import FIELDS, KINDS
from webapp.findingplaces.models import FindingKind, FindingPlace
from webapp.trajectories.ladder import rungs
from webapp.web.edge import db
from webapp.web.forms.fields import Checkboxes, Email, Line, Paragraphs, choices_of
from webapp.web.forms.rules import filled
from webapp.web.forms.typed_fields import Day, OneChoice
from webapp.web.forms.versioned import VersionedForm
from webapp.workplaces.sectors import all_sectors


class FindingPlaceForm(VersionedForm):
    """What it is, where, when, for whom, and how to reach it; the domain checks the texts."""

    name = Line(
        _l(FIELDS["name"]),
        [filled(_l(REQUIRED["name"]))],
        description=_l("Zoals: Inloophuis De Brug."),
    )
    kind = OneChoice(
        _l(FIELDS["kind"]),
        [filled(_l("Kies wat voor vindplaats het is."))],
        choices=choices_of(KINDS),
    )
    for_whom = Paragraphs(
        _l(FIELDS["for_whom"]),
        [filled(_l(REQUIRED["for_whom"]))],
        description=_l("Zoals: wie mensen wil ontmoeten. Schrijf niets over personen."),
        render_kw={"rows": 3},
    )
    rungs = Checkboxes(_l(FIELDS["rungs"]), [filled(_l(REQUIRED["rungs"]))])
    sectors = Checkboxes(_l(FIELDS["sectors"]))
    hours = Paragraphs(
        _l(FIELDS["hours"]),
        [filled(_l(REQUIRED["hours"]))],
        description=_l("Zoals: maandag van 9 tot 12 uur."),
        render_kw={"rows": 3},
    )
    neighbourhood = Line(_l(FIELDS["neighbourhood"]))
    street = Line(_l(FIELDS["street"]))
    house_number = Line(_l(FIELDS["house_number"]), render_kw={"size": "10"})
    postcode = Line(
        _l(FIELDS["postcode"]),
        description=_l("Zoals 1234 AB. Zonder postcode staat de vindplaats niet op de kaart."),
        render_kw={"size": "10", "spellcheck": "false"},
    )
    place = Line(_l(FIELDS["place"]), [filled(_l(REQUIRED["place"]))])
    phone = Line(
        _l(FIELDS["phone"]),
        description=_l("Iedereen kan dit lezen. Geef geen privénummer."),
        render_kw={"inputmode": "tel"},
    )
    email = Email(
        _l(FIELDS["email"]),
        description=_l("Iedereen kan dit lezen. Geef geen adres van één persoon."),
        render_kw={"autocomplete": "off"},
    )
    website = Line(_l(FIELDS["website"]), render_kw={"inputmode": "url", "spellcheck": "false"})
    active_from = Day(
        _l(FIELDS["active_from"]), description=_l("Leeg? Dan staat hij er meteen, zonder einde.")
    )
    active_to = Day(_l(FIELDS["active_to"]))

    def to_draft(self) -> FindingPlaceDraft:
        """Return what was filled in; the form must be valid."""
        data = {name: self[name].data for name in FIELDS}
        lists = {name: tuple(data[name] or ()) for name in ("rungs", "sectors")}
        return FindingPlaceDraft(**{**data, **lists, "kind": FindingKind(data["kind"])})


def finding_place_form(finding_place: FindingPlace | None = None) -> FindingPlaceForm:
    """Return the form as it was sent, or else with the place as it is (None: a new one)."""
    form = FindingPlaceForm(data=_data_of(finding_place) if finding_place else None)
    form.rungs.choices = [
        SelectChoice(
            str(rung.number), _("Trede %(number)s: %(name)s", number=rung.number, name=rung.name)
        )
        for rung in rungs()
    ]
    form.sectors.choices = [SelectChoice(each.key, each.name) for each in all_sectors(db())]
    return form


def _data_of(finding_place: FindingPlace) -> dict[str, Any]:
    data = {name: getattr(finding_place, name) for name in FIELDS}
    return {**data, "kind": finding_place.kind.value, "version": str(finding_place.version)}

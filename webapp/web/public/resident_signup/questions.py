"""The questions of the sign-up: a form for each theme."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField

from webapp.core.i18n import N_
from webapp.permissions.table import Permission
from webapp.registrations import labels
from webapp.registrations.models import FilledInBy
from webapp.web.access import has
from webapp.web.edge import db
from webapp.web.forms.base import Form
from webapp.web.forms.fields import Checkboxes, Line, Paragraphs, choices_of
from webapp.web.forms.rules import asked_for, chosen
from webapp.web.login import current_principal
from webapp.web.site import current_site
from webapp.workplaces.labels import DAY_NAMES, PART_NAMES
from webapp.workplaces.sectors import all_sectors

YES = "yes"
NO = "no"


class WhoForm(Form):
    """Who fills it in [S4]; a consultant who is signed in is recognised."""

    filled_in_by = RadioField(
        _l("Voor wie vul je dit in?"),
        [chosen(_l("Kies voor wie je dit invult."))],
        choices=choices_of(labels.FILLED_IN_BY),
    )
    helper_name = Line(
        _l("Jouw eigen naam"),
        description=_l("Alleen als je het voor iemand anders invult."),
        render_kw={"autocomplete": "name"},
    )

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 (WTForms' own)
        super().__init__(*args, **options)
        principal = current_principal()
        if principal and not self.filled_in_by.data and has(Permission.FOLLOW_REGISTRATIONS):
            self.filled_in_by.data = FilledInBy.CONSULTANT.value
            self.helper_name.data = self.helper_name.data or principal.name


class AgreementForm(Form):
    """With whom a consultant agreed on it: asked of nobody else."""

    agreed_with = Line(
        _l("Met wie heb je de aanmelding afgesproken?"),
        [asked_for],
        description=_l(
            "Bijvoorbeeld: de inwoner zelf, een ouder of de mentor. Een naam of een rol is genoeg. "
            "Schrijf hier niets over ziekte of een diagnose."
        ),
    )


class ConditionForm(Form):
    """Whether the resident is old enough and not yet pensioned: an age is never asked."""

    meets_age_condition = RadioField(
        "",
        [chosen(_l("Kies “Ja” of “Nee”."))],
        choices=choices_of({YES: N_("Ja, dit klopt"), NO: N_("Nee, of ik weet het niet")}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.meets_age_condition.label.text = _(
            "Meedoen kan %(minimum_age)s, tot je pensioen. Klopt dat voor jou?",
            minimum_age=current_site().settings.minimum_age,
        )


class WorkForm(Form):
    """What the resident likes to do."""

    sectors = Checkboxes(
        _l("Welk werk lijkt je leuk?"),
        description=_l("Je mag er meer kiezen. Weet je het nog niet? Sla deze vraag dan over."),
    )
    wishes = Paragraphs(
        _l("Wil je er iets over vertellen?"),
        description=_l(
            "Bijvoorbeeld: ik ben graag buiten. Schrijf hier niets over ziekte of een diagnose."
        ),
    )

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **options)
        self.sectors.choices = choices_of({sector.key: sector.name for sector in all_sectors(db())})


class TimeForm(Form):
    """On which days, and which parts of them."""

    days = Checkboxes(
        _l("Op welke dagen kun je?"),
        choices=choices_of(DAY_NAMES),
        description=_l("Weet je het nog niet? Sla deze vraag dan over."),
    )
    parts = Checkboxes(
        _l("Welk deel van de dag komt je goed uit?"),
        choices=choices_of(PART_NAMES),
    )


class NeedsForm(Form):
    """What the resident needs at work, in functional terms."""

    needs = Checkboxes(
        _l("Wat helpt jou op het werk?"),
        choices=choices_of(labels.NEEDS),
        description=_l("Kies wat bij jou past. Heb je niets nodig? Sla deze vraag dan over."),
    )
    needs_notes = Paragraphs(
        _l("Is er nog iets dat je nodig hebt?"),
        description=_l(
            "Schrijf op wat je nodig hebt, niet waarom. Schrijf hier niets over ziekte of een "
            "diagnose."
        ),
    )

"""Saying what became of a remark: by the provider, and by the municipality."""

from flask_babel import lazy_gettext as _l

from webapp.core import clock
from webapp.core.actor import Actor
from webapp.core.errors import InvalidInputError
from webapp.web.edge import db
from webapp.web.forms.base import Form
from webapp.web.forms.fields import Paragraphs, choices_of
from webapp.web.forms.rules import filled
from webapp.web.forms.typed_fields import OneChoice
from webapp.web.site import current_site
from webapp.workplaces.remarks.labels import STATUSES
from webapp.workplaces.remarks.models import RemarkStatus, WorkplaceRemark
from webapp.workplaces.remarks.operations import handle

_OUTCOMES = (RemarkStatus.DONE, RemarkStatus.NEEDLESS)


class RemarkHandlingForm(Form):
    """What became of it, with a short note."""

    outcome = OneChoice(
        _l("Wat doe je ermee?"),
        [filled(_l("Kies “Verwerkt” of “Niet nodig”."))],
        choices=choices_of({outcome: STATUSES[outcome] for outcome in _OUTCOMES}),
    )
    note = Paragraphs(
        _l("Korte uitleg"),
        description=_l("Wie dit meldde, krijgt je uitleg in een mail als er een adres bij stond."),
        render_kw={"rows": 3},
    )

    def to_draft(self) -> tuple[RemarkStatus, str]:
        """Return what became of it, and the note."""
        return RemarkStatus(self.outcome.data), self.note.data or ""


def handled(remark: WorkplaceRemark, form: RemarkHandlingForm, *, actor: Actor) -> bool:
    """Note what became of it; tell whether it could be. Problems are shown at the fields."""
    if not form.validate_on_submit():
        return False
    outcome, note = form.to_draft()
    try:
        handle(
            db(),
            remark,
            outcome,
            note=note,
            site=current_site().for_mail,
            actor=actor,
            now=clock.now(),
        )
    except InvalidInputError as refusal:
        form.add_problems(refusal.problems)
        return False
    return True

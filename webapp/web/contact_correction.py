"""Correcting how a resident can be reached: by the resident, and by staff."""

from webapp.core import clock
from webapp.core.actor import Actor
from webapp.core.errors import InvalidInputError
from webapp.registrations.models import Registration
from webapp.registrations.operations import correct_contact
from webapp.web.edge import db
from webapp.web.forms.contact import ContactCorrectionForm


def form_for(registration: Registration) -> ContactCorrectionForm:
    """Return the form with what is known now."""
    form = ContactCorrectionForm(obj=registration.contact)
    form.renew(registration.version)
    return form


def correct(
    registration: Registration,
    form: ContactCorrectionForm,
    *,
    actor: Actor,
    link_in_use: str = "",
) -> bool:
    """Correct the registration; tell whether it could be. Problems are shown at the fields."""
    if not form.validate_on_submit():
        return False
    try:
        correct_contact(
            db(),
            registration,
            form.to_draft(),
            expected_version=form.expected_version,
            actor=actor,
            now=clock.now(),
            link_in_use=link_in_use,
        )
    except InvalidInputError as refusal:
        form.add_problems(refusal.problems)
        return False
    return True

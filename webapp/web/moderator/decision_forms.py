"""The forms in which a moderator decides; their fields are what the operations take."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _
from wtforms import IntegerField
from wtforms.validators import InputRequired
from wtforms.widgets import HiddenInput

from webapp.core.text_rules import REASON_MAX_LENGTH
from webapp.web.forms.base import Form
from webapp.web.forms.fields import Paragraphs
from webapp.web.forms.rules import filled, no_longer_than


class LockField(IntegerField):
    """The lock of what the moderator reads, carried along unseen."""

    widget = HiddenInput()

    def __init__(self, **options: Any) -> None:  # noqa: ANN401
        sentence = _("Laad de pagina opnieuw, lees wat er nu staat en beslis dan.")
        super().__init__(validators=[InputRequired(sentence)], **options)


class ReasonField(Paragraphs):
    """Why, in words that go into a mail."""

    def __init__(self, label: str, **options: Any) -> None:  # noqa: ANN401
        most = REASON_MAX_LENGTH
        rules = [
            filled(_("Schrijf in een paar woorden op waarom.")),
            no_longer_than(most, _("Maak deze tekst korter: hooguit %(most)s tekens.", most=most)),
        ]
        advice = _("Deze tekst komt in de mail. Schrijf hooguit %(most)s tekens.", most=most)
        super().__init__(label, rules, description=advice, **options)


class DecisionForm(Form):
    """What all decisions share; `name` keeps the ids of several forms on a page apart."""

    def __init__(self, name: str, **options: Any) -> None:  # noqa: ANN401
        super().__init__(**options)
        for field in self:
            field.id = field.label.field_id = f"{name}-{field.short_name}"

    def to_draft(self) -> dict[str, Any]:
        """Return what the operation takes: the locks of what was read, and the reason."""
        return {field.short_name: field.data for field in self if field is not self.csrf_token}

    def renew(self, locks: Mapping[str, int]) -> None:
        """Carry the locks of what the moderator is shown now."""
        for field in self:
            if isinstance(field, LockField):
                field.data, field.raw_data = locks[field.short_name], None


class ApprovalForm(DecisionForm):
    """To say yes to a workplace."""

    expected_lock = LockField()


class JointApprovalForm(ApprovalForm):
    """To say yes to a workplace and to its organisation."""

    expected_version = LockField()


class ReturnForm(ApprovalForm):
    """To ask the provider for another version."""

    reason = ReasonField(_("Wat moet er anders?"))


class RejectionForm(ApprovalForm):
    """To say no to a workplace."""

    reason = ReasonField(_("Waarom kan deze werkplek niet op de site?"))


class WithdrawalForm(DecisionForm):
    """To take a workplace off the site."""

    reason = ReasonField(_("Waarom moet de werkplek van de site?"))


class OrganisationApprovalForm(DecisionForm):
    """To say yes to an organisation."""

    expected_version = LockField()


class OrganisationRejectionForm(OrganisationApprovalForm):
    """To say no to an organisation."""

    reason = ReasonField(_("Waarom kan deze organisatie niet meedoen?"))

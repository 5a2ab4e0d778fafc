"""The forms in which a moderator decides; their fields are what the operations take."""

from collections.abc import Mapping
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _
from wtforms import HiddenField, IntegerField
from wtforms.validators import InputRequired
from wtforms.widgets import HiddenInput

from webapp.core.text_rules import REASON_MAX_LENGTH
from webapp.mail.rendering import RenderedMail
from webapp.web.forms.base import Form
from webapp.web.forms.fields import Checkboxes, Paragraphs
from webapp.web.forms.rules import filled, may_be_empty, no_longer_than
from webapp.web.site import current_site


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
    """What all decisions share; `name` keeps the ids of several forms on a page apart.

    `mail` is what the organisation would read, when the moderator asked to see that first.
    """

    mail: RenderedMail | None = None

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


class ReasonedForm(ApprovalForm):
    """To decide with reasons: out of the municipality's own list, in own words, or both.

    `setting` names that list. Without one the own words are needed.
    """

    setting: ClassVar[str]
    reasons = Checkboxes(_("Kies wat past"))

    def __init__(self, name: str, **options: Any) -> None:  # noqa: ANN401
        super().__init__(name, **options)
        usual: tuple[str, ...] = getattr(current_site().settings, self.setting)
        if not usual:
            del self.reasons
            return
        self.reasons.choices = [(sentence, sentence) for sentence in usual]
        self.reasons.label.text = self.reason.label.text
        self.reason.label.text = _("In je eigen woorden")
        self.reason.validators = [may_be_empty(), *self.reason.validators[1:]]
        self.reason.flags.required = None

    def validate(self, extra_validators: Any = None) -> bool:  # noqa: ANN401 (as WTForms has it)
        """Ask for one of the two."""
        is_right = bool(super().validate(extra_validators))
        if "reasons" not in self or self.reasons.data or self.reason.data:
            return is_right
        self.reasons.errors = [_("Kies wat past, of schrijf zelf op waarom.")]
        return False

    def to_draft(self) -> dict[str, Any]:
        """Return what the operation takes, with all reasons as one text."""
        draft = super().to_draft()
        draft["reason"] = "\n".join([*draft.pop("reasons", []), draft["reason"]]).strip()
        return draft


class ReturnForm(ReasonedForm):
    """To ask the provider for another version."""

    setting = "return_reasons"
    reason = ReasonField(_("Wat moet er anders?"))


class PutBackForm(ReturnForm):
    """To put back what was on the site before."""


class RejectionForm(ReasonedForm):
    """To say no to a workplace."""

    setting = "rejection_reasons"
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


class IdentityApprovalForm(DecisionForm):
    """To let an organisation have another name or number."""

    expected_version = LockField()


class IdentityRefusalForm(IdentityApprovalForm):
    """To let an organisation be called as it was."""

    reason = ReasonField(_("Waarom blijft het zoals het was?"))


class LogoRemovalForm(DecisionForm):
    """To take away the logo that was seen."""

    expected_key = HiddenField()
    reason = ReasonField(_("Waarom moet het logo weg?"))


class RemovalForm(DecisionForm):
    """To let a workplace be removed."""

    expected_version = LockField()


class RemovalRefusalForm(RemovalForm):
    """To let a workplace stay."""

    reason = ReasonField(_("Waarom blijft de werkplek staan?"))


class RestorationForm(DecisionForm):
    """To bring a removed workplace back."""

"""The form in which a resident and the municipality write to each other about a registration."""

from flask_babel import lazy_gettext as _l

from webapp.registrations.messages import MessageDraft
from webapp.web.forms.fields import Paragraphs
from webapp.web.forms.once import OnceForm
from webapp.web.forms.rules import asked_for


class MessageForm(OnceForm):
    """What a resident adds or asks."""

    text = Paragraphs(
        _l("Wat wil je zeggen of vragen?"),
        [asked_for],
        description=_l(
            "Schrijf hooguit 1000 tekens. Schrijf niets over je gezondheid. Dat is hier niet nodig."
        ),
    )

    def to_draft(self) -> MessageDraft:
        """Return what was written."""
        return MessageDraft(text=self.text.data or "", key=self.once_key)

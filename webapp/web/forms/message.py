"""The form in which provider and municipality write to each other."""

from flask_babel import lazy_gettext as _l

from webapp.web.forms.fields import Paragraphs
from webapp.web.forms.once import OnceForm
from webapp.web.forms.rules import asked_for
from webapp.workplaces.talk.operations import MessageDraft


class MessageForm(OnceForm):
    """One message."""

    text = Paragraphs(_l("Je bericht"), [asked_for])

    def to_draft(self) -> MessageDraft:
        """Return what was written."""
        return MessageDraft(text=self.text.data or "", key=self.once_key)

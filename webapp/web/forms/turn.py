"""The form in which either side of an enquiry writes."""

from flask_babel import lazy_gettext as _l

from webapp.enquiries.draft import TurnDraft
from webapp.web.forms.fields import Paragraphs
from webapp.web.forms.once import OnceForm
from webapp.web.forms.rules import asked_for


class TurnForm(OnceForm):
    """One turn in a talk."""

    text = Paragraphs(_l("Je bericht"), [asked_for])

    def to_draft(self) -> TurnDraft:
        """Return what was written."""
        return TurnDraft(text=self.text.data or "", key=self.once_key)

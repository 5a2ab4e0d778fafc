"""The form in which the municipality writes to a resident who registered."""

from flask_babel import lazy_gettext as _l

from webapp.web.forms.fields import Paragraphs
from webapp.web.forms.registration_message import MessageForm
from webapp.web.forms.rules import asked_for


class AnswerForm(MessageForm):
    """What the municipality writes."""

    text = Paragraphs(
        _l("Je bericht aan de inwoner"),
        [asked_for],
        description=_l(
            "Schrijf hooguit 1000 tekens, in korte zinnen. Schrijf niets over gezondheid. De "
            "inwoner ziet je naam erbij."
        ),
    )

"""The forms of shortlists."""

from collections.abc import Mapping, Sequence

from flask_babel import lazy_gettext as _l
from wtforms.fields.choices import SelectChoice

from webapp.accounts.models import Account
from webapp.shortlists.asking import Round
from webapp.shortlists.models import Shortlist, ShortlistItem
from webapp.shortlists.operations import Notes
from webapp.shortlists.vocabulary import OUTCOMES, Outcome
from webapp.web.forms.base import Form
from webapp.web.forms.fields import Checkboxes, Line, Paragraphs, choices_of
from webapp.web.forms.once import OnceForm
from webapp.web.forms.rules import asked_for, chosen, filled
from webapp.web.forms.typed_fields import OneChoice
from webapp.web.forms.versioned import VersionedForm

NEW = "nieuw"
_NOT_YET = "nog-niet"
_LABEL_HINT = _l(
    "Bijvoorbeeld: groen, rustige plek. Gebruik geen naam. Alleen jij en collega's met wie je "
    "deelt, zien dit."
)


class NewListForm(OnceForm):
    """What a new list is known by."""

    label = Line(_l("Kenmerk"), [asked_for], description=_LABEL_HINT)


class LabelForm(VersionedForm):
    """Another label for a list."""

    label = Line(_l("Kenmerk"), [asked_for], description=_LABEL_HINT)


class AddForm(OnceForm):
    """On which list workplaces go: one that there is, or a new one."""

    list = OneChoice(_l("Op welk lijstje?"), [filled(_l("Kies een lijstje."))])
    label = Line(_l("Kenmerk van het nieuwe lijstje"), description=_LABEL_HINT)

    def offer(self, lists: Sequence[Shortlist]) -> None:
        """Let one of these be chosen, or a new one."""
        own = [SelectChoice(each.public_id, each.label) for each in lists]
        self.list.choices = [*own, SelectChoice(NEW, _l("Een nieuw lijstje"))]
        if not lists:
            self.list.data = NEW


class NotesForm(VersionedForm):
    """What is noted of a workplace, and what came of it."""

    note = Paragraphs(
        _l("Aantekening"),
        description=_l(
            "Alleen jij en collega's met wie je deelt, zien dit. De inwoner en de werkgever niet."
        ),
    )
    outcome = OneChoice(
        _l("Wat is eruit gekomen?"),
        choices=[SelectChoice(_NOT_YET, _l("Nog niets")), *choices_of(OUTCOMES)],
        default=_NOT_YET,
    )
    reason = Paragraphs(
        _l("Waarom?"),
        description=_l("Nodig als het niet doorging. Schrijf niets over gezondheid."),
        render_kw={"rows": 3},
    )

    def to_notes(self) -> Notes:
        """Return what was filled in."""
        outcome = self.outcome.data
        return Notes(
            note=self.note.data or "",
            outcome=Outcome(outcome) if outcome in set(Outcome) else None,
            reason=self.reason.data or "",
        )


def notes_form(item: ShortlistItem) -> NotesForm:
    """Return the form as it was sent, or else with what is noted now."""
    return NotesForm(
        data={
            "note": item.note,
            "outcome": item.outcome.value if item.outcome else _NOT_YET,
            "reason": item.reason,
            "version": str(item.version),
        }
    )


class AskForm(OnceForm):
    """A question to several providers."""

    items = Checkboxes(
        _l("Bij welke werkplekken vraag je het?"),
        [chosen(_l("Kies bij welke werkplekken je het wilt vragen."))],
    )
    question = Paragraphs(
        _l("Je vraag"),
        [asked_for],
        description=_l("Schrijf niets waaraan een inwoner te herkennen is."),
    )

    def offer(self, titles: Mapping[str, str]) -> None:
        """Let these workplaces be chosen, by the public id of their item."""
        self.items.choices = [SelectChoice(key, title) for key, title in titles.items()]

    def to_round(self, ending: str) -> Round:
        """Return what is asked; `ending` says which workplaces of one provider it is about."""
        return Round(self.question.data or "", ending, self.once_key)


class ColleagueForm(Form):
    """With which colleague a list is shared."""

    colleague = OneChoice(_l("Met welke collega?"), [filled(_l("Kies een collega."))])

    def offer(self, colleagues: Sequence[Account]) -> None:
        """Let one of these be chosen."""
        self.colleague.choices = [SelectChoice(each.public_id, each.name) for each in colleagues]

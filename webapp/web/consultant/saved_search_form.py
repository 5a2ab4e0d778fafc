"""The form for a saved search: what it is called, and how often there is a mail."""

from flask_babel import lazy_gettext as _l

from webapp.core.i18n import N_
from webapp.search.saved.models import Rhythm, SavedSearch
from webapp.search.saved.operations import SearchDraft
from webapp.web.forms.fields import Line, choices_of
from webapp.web.forms.rules import asked_for, filled
from webapp.web.forms.typed_fields import OneChoice
from webapp.web.forms.versioned import VersionedForm

RHYTHMS = {
    Rhythm.NEVER: N_("Nooit"),
    Rhythm.DAILY: N_("Elke werkdag, als er iets nieuws is"),
    Rhythm.WEEKLY: N_("Elke week, als er iets nieuws is"),
}


class SavedSearchForm(VersionedForm):
    """A name of one's own, and how often."""

    name = Line(
        _l("Naam van de zoekopdracht"),
        [asked_for],
        description=_l(
            "Zoals: groen, rustige plek. Zet er niets over de inwoner in. De naam staat ook in "
            "de mail."
        ),
    )
    rhythm = OneChoice(
        _l("Mail over nieuwe werkplekken"),
        [filled(_l("Kies hoe vaak je een mail wilt."))],
        choices=choices_of(RHYTHMS),
    )

    def to_draft(self) -> SearchDraft:
        """Return what was filled in; the form must be valid."""
        return SearchDraft(name=self.name.data, rhythm=Rhythm(self.rhythm.data))


def form_for(saved: SavedSearch) -> SavedSearchForm:
    """Return the form as it was sent, or else with the search as it is."""
    data = {
        "name": saved.name,
        "rhythm": saved.rhythm.value,
        "version": str(saved.version),
    }
    return SavedSearchForm(data=data)

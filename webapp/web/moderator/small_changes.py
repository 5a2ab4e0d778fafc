"""Small changes that wait: what is different of each, and one button for those that are right."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import flash, redirect, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.moderation import small_changes as moderation
from webapp.moderation.review import Review
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, require, requires
from webapp.web.edge import db
from webapp.web.field_comparison import Comparison, compare
from webapp.web.forms.base import Form, status_of
from webapp.web.forms.chosen import ChosenKeys
from webapp.web.forms.rules import filled
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.claims import ShownClaim, claims_on
from webapp.web.moderator.page import page
from webapp.web.moderator.undoing import undo_within
from webapp.web.site import current_municipality, current_site
from webapp.web.workplace_media import MediaAddresses
from webapp.web.workplace_words import names_in

# How many stand on the page; the rest comes when these are done.
_MOST = 25


class SmallChangesForm(Form):
    """Which changes are right."""

    chosen = ChosenKeys(
        _l("Welke wijzigingen keur je goed?"),
        [filled(_l("Kies eerst welke wijzigingen je goedkeurt."))],
        most=_MOST,
    )

    def to_draft(self) -> list[str]:
        """Return the keys of those changes."""
        return list(self.chosen.data or ())


@dataclass(frozen=True)
class SmallChange:
    """A change as the page shows it."""

    review: Review
    comparisons: list[Comparison]
    claim: ShownClaim


@blueprint.route("/moderatie/kleine-wijzigingen", methods=["GET", "POST"])
@requires(Permission.MODERATE, MUNICIPALITY)
def small_changes() -> Response | tuple[str, int]:
    """Show the small changes that wait, and approve those that are chosen."""
    found = moderation.small_changes(db(), current_municipality().code)
    shown = dict(list(found.items())[:_MOST])
    form = SmallChangesForm()
    form.chosen.choices = [(key, each.version.content.title) for key, each in shown.items()]
    if form.is_submitted() and not shown and not form.to_draft():
        flash(_("Er wachten geen kleine wijzigingen meer."), "warning")
        return redirect(url_for("moderator.small_changes"), code=303)
    if not form.validate_on_submit():
        view = page("small_changes", form=form, changes=_changes(shown), found=len(found))
        return view, status_of(form)
    outcome = moderation.approve_chosen(
        db(),
        current_municipality().code,
        form.to_draft(),
        site=current_site().for_mail,
        actor=require(Permission.MODERATE).actor,
        now=clock.now(),
        undo_within=undo_within(),
    )
    _tell(outcome)
    return redirect(url_for("moderator.small_changes"), code=303)


def _tell(outcome: moderation.Outcome) -> None:
    if outcome.approved:
        titles = ", ".join(f"“{review.version.content.title}”" for review in outcome.approved)
        sentence = ngettext(
            "%(num)s wijziging is goedgekeurd: %(titles)s.",
            "%(num)s wijzigingen zijn goedgekeurd: %(titles)s.",
            len(outcome.approved),
            titles=titles,
        )
        flash(sentence, "ok")
    if outcome.left:
        sentence = ngettext(
            "%(num)s wijziging is intussen veranderd, of er is al over besloten. Die is niet "
            "goedgekeurd. Lees wat er nu staat.",
            "%(num)s wijzigingen zijn intussen veranderd, of er is al over besloten. Die zijn "
            "niet goedgekeurd. Lees wat er nu staat.",
            outcome.left,
        )
        flash(sentence, "warning")


def _changes(shown: Mapping[str, Review]) -> Mapping[str, SmallChange]:
    contents = [
        version.content
        for each in shown.values()
        for version in (each.version, each.workplace.published_version)
        if version is not None
    ]
    names = names_in(db(), *contents)
    subjects = {key: f"werkplekken/{each.workplace.public_id}" for key, each in shown.items()}
    claims = claims_on(list(subjects.values()))
    return {
        key: SmallChange(
            each,
            [
                compare(change, names, MediaAddresses("moderator", each.workplace.public_id))
                for change in each.changes
            ],
            claims[subjects[key]],
        )
        for key, each in shown.items()
    }

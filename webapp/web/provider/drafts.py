"""All drafts of an organisation: the complete ones are handed in together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext, ngettext
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.moderation import handing_in
from webapp.moderation.handing_in import Fate
from webapp.organisations.models import Organisation
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.forms.base import Form, status_of
from webapp.web.forms.chosen import ChosenKeys
from webapp.web.forms.rules import filled
from webapp.web.provider.answers import problem_links
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.page import own_organisation, page, provider
from webapp.web.provider.standing import Standing, standing_of
from webapp.web.site import current_site
from webapp.web.workplace_words import label_of
from webapp.workplaces.models import Workplace
from webapp.workplaces.rules import problems_at_submission

# How many stand on the page, which stays light; the rest comes when these are done.
_MOST = 40
_MOST_INCOMPLETE = 10


class DraftsForm(Form):
    """Which drafts are handed in."""

    chosen = ChosenKeys(
        lazy_gettext("Welke werkplekken dien je in?"),
        [filled(lazy_gettext("Vink eerst aan welke werkplekken je indient."))],
        most=_MOST,
    )

    def to_draft(self) -> list[str]:
        """Return the keys of those drafts."""
        return list(self.chosen.data or ())


@dataclass(frozen=True)
class Draft:
    """A draft as the page shows it.

    `changed` names the fields in which it differs from what visitors see; None where they see
    nothing yet. `missing` are sentences, each with the address where it is mended.
    """

    key: str
    standing: Standing
    changed: list[str] | None
    missing: list[tuple[str, str]]


@blueprint.route("/aanbieder/organisaties/<public_id>/concepten", methods=["GET", "POST"])
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def drafts(public_id: str) -> Response | tuple[str, int]:
    """Show what is not handed in yet, and hand in what is chosen."""
    organisation = own_organisation(public_id)
    found = [_draft_of(each) for each in handing_in.drafts_of(db(), organisation)]
    complete = [draft for draft in found if not draft.missing]
    form = DraftsForm()
    form.chosen.choices = [(each.key, each.standing.title) for each in complete[:_MOST]]
    if not form.is_submitted() and request.args.get("alles") == "aan":
        form.chosen.data = [each.key for each in complete]
    if organisation.may_offer and form.validate_on_submit():
        _hand_in(organisation, form.to_draft())
        return redirect(url_for("provider.drafts", public_id=public_id), code=303)
    return _drafts_page(organisation, form, complete, found), status_of(form)


def _drafts_page(
    organisation: Organisation, form: DraftsForm, complete: Sequence[Draft], found: Sequence[Draft]
) -> str:
    incomplete = [draft for draft in found if draft.missing]
    return page(
        "drafts",
        organisation=organisation,
        form=form,
        complete={each.key: each for each in complete[:_MOST]},
        complete_count=len(complete),
        incomplete=incomplete[:_MOST_INCOMPLETE],
        incomplete_count=len(incomplete),
    )


def _draft_of(workplace: Workplace) -> Draft:
    content, published = workplace.latest_version.content, workplace.published_version
    different = published.content.differences(content) if published else None
    return Draft(
        key=handing_in.key_of(workplace),
        standing=standing_of(workplace),
        changed=None if different is None else [label_of(name) for name in different],
        missing=problem_links(workplace, problems_at_submission(content)),
    )


def _hand_in(organisation: Organisation, keys: Sequence[str]) -> None:
    done = handing_in.hand_in_chosen(
        db(),
        organisation,
        keys,
        site=current_site().for_mail,
        actor=provider().actor,
        now=clock.now(),
    )
    for fate, kind in _KINDS.items():
        titles = [each.title for each in done if each.fate is fate]
        if titles:
            flash(_in_words(fate, titles), kind)
    if not done:
        flash(_("Deze werkplekken zijn er niet meer. Bekijk wat er nu staat."), "warning")


_KINDS: Mapping[Fate, str] = {
    Fate.RECEIVED: "ok",
    Fate.LIVE: "ok",
    Fate.ALREADY: "ok",
    Fate.CHANGED: "warning",
    Fate.INCOMPLETE: "warning",
}


def _in_words(fate: Fate, titles: Sequence[str]) -> str:
    listed = ", ".join(f"“{title}”" for title in titles)
    count = len(titles)
    sentences = {
        Fate.RECEIVED: ngettext(
            "%(num)s werkplek is ingediend. De gemeente kijkt ernaar: %(titles)s.",
            "%(num)s werkplekken zijn ingediend. De gemeente kijkt ernaar: %(titles)s.",
            count,
            titles=listed,
        ),
        Fate.LIVE: ngettext(
            "%(num)s wijziging staat nu op de site: %(titles)s.",
            "%(num)s wijzigingen staan nu op de site: %(titles)s.",
            count,
            titles=listed,
        ),
        Fate.ALREADY: ngettext(
            "%(num)s werkplek had je al ingediend: %(titles)s.",
            "%(num)s werkplekken had je al ingediend: %(titles)s.",
            count,
            titles=listed,
        ),
        Fate.CHANGED: ngettext(
            "%(num)s werkplek is intussen veranderd en niet ingediend: %(titles)s. Lees wat er "
            "nu staat.",
            "%(num)s werkplekken zijn intussen veranderd en niet ingediend: %(titles)s. Lees wat "
            "er nu staat.",
            count,
            titles=listed,
        ),
        Fate.INCOMPLETE: ngettext(
            "%(num)s werkplek is nog niet compleet en niet ingediend: %(titles)s.",
            "%(num)s werkplekken zijn nog niet compleet en niet ingediend: %(titles)s.",
            count,
            titles=listed,
        ),
    }
    return str(sentences[fate])

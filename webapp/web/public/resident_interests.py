"""What do I like? Pictures of kinds of work, and the workplaces nearby that fit.

What was chosen and where somebody lives are sent by POST and kept nowhere, as with the check
(`resident_fit.pages`): a postcode has no place in an address. Only who goes on to sign up takes the
choice along.
"""

from dataclasses import replace
from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from webapp.search.request import SearchRequest
from webapp.web.access import MUNICIPALITY, anyone
from webapp.web.asked_search import search_for
from webapp.web.edge import keeps_nothing
from webapp.web.forms.base import Form, status_of
from webapp.web.forms.fields import Checkboxes, Line, choices_of
from webapp.web.forms.rules import chosen
from webapp.web.public.blueprint import blueprint
from webapp.web.public.search import address_of
from webapp.web.rate_limits import searches_per_caller
from webapp.web.search_page import Shown
from webapp.web.search_words import page_sentence
from webapp.web.site import current_site
from webapp.workplaces.kinds_of_work import KindOfWork, chosen_among, kinds_of_work

_AGAIN = "choose"


class InterestsForm(Form):
    """Kinds of work, and a place to look around."""

    class Meta(Form.Meta):
        """Nothing is kept of it, so it needs no token, which would need a session."""

        csrf = False

    kinds = Checkboxes(
        _l("Welk werk vind je leuk?"),
        [chosen(_l("Kies minstens één plaatje."))],
        description=_l("Je mag er meer kiezen."),
    )
    where = Line(
        _l("Wat is je postcode of woonplaats?"),
        description=_l("Dan zie je wat dichtbij is. De vier cijfers zijn genoeg."),
        render_kw={"autocomplete": "postal-code", "size": 20},
    )

    def __init__(self, *args: Any, **options: Any) -> None:  # noqa: ANN401 (WTForms' own)
        super().__init__(*args, **options)
        self.kinds.choices = choices_of({kind.key: kind.words for kind in kinds_of_work()})


@blueprint.get("/inwoners/wat-vind-ik-leuk")
@anyone(MUNICIPALITY)
def resident_interests() -> str:
    """Show the pictures."""
    return _ask(InterestsForm())


@blueprint.post("/inwoners/wat-vind-ik-leuk")
@searches_per_caller()
@keeps_nothing
@anyone(MUNICIPALITY)
def resident_interests_matches() -> str | tuple[str, int]:
    """Show what fits, or the pictures once more: with what must be mended, or as they were."""
    form = InterestsForm()
    if request.form.get("go") == _AGAIN:
        return _ask(form)
    if not form.validate():
        return _ask(form), status_of(form)
    picked = chosen_among(form.kinds.data or ())
    sectors = [sector for kind in picked for sector in kind.sectors]
    found = search_for(
        {"branche": sectors, "postcode": [form.where.data or ""]}, address_of=_address_without_place
    )
    if found.fields.errors:
        form.add_problems(
            {"where": found.fields.errors.get("postcode", _("Kijk dit nog eens na."))}
        )
        return _ask(form, found), status_of(form)
    return _show(form, picked, sectors, found)


def _ask(form: InterestsForm, found: Shown | None = None) -> str:
    return render_template(
        "pages/public/resident_interests.html",
        form=form,
        places=found.fields.where_choices if found else (),
    )


def _show(
    form: InterestsForm, picked: tuple[KindOfWork, ...], sectors: list[str], found: Shown
) -> str:
    return render_template(
        "pages/public/resident_interests_matches.html",
        form=form,
        picked=picked,
        sentence=page_sentence(found.page, current_site()),
        shown=found,
        all_url=_address_without_place(found.page.request),
        sign_up_url=url_for("public.resident_signup", werk=sectors),
    )


def _address_without_place(asked: SearchRequest) -> str:
    """Return the address of the same search, that does not tell where somebody lives."""
    return address_of(replace(asked, where=""))

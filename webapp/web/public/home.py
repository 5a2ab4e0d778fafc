"""The front page: of a municipality, and of the platform."""

from itertools import groupby

from flask import redirect, render_template, request
from flask_babel import lazy_gettext as _l
from werkzeug.wrappers import Response

from webapp.municipalities import queries
from webapp.municipalities.models import Municipality
from webapp.web.access import MUNICIPALITY, PLATFORM, anyone
from webapp.web.edge import db
from webapp.web.forms.base import Form, status_of
from webapp.web.forms.fields import Line
from webapp.web.forms.rules import filled
from webapp.web.kept_pages import kept_page
from webapp.web.ports import ports
from webapp.web.public.blueprint import blueprint
from webapp.web.site import current_site
from webapp.workplaces.public import count_public_in
from webapp.workplaces.sectors import all_sectors

_NO_SUCH_POSTCODE = _l("Deze postcode kennen we niet. Kijk de vier cijfers nog eens na.")


class PostcodeForm(Form):
    """Where somebody lives; sent by GET, and nothing is changed by it."""

    postcode = Line(
        _l("Wat is je postcode?"),
        [filled(_l("Vul je postcode in, zoals 1234."))],
        description=_l("Vier cijfers zijn genoeg."),
        render_kw={"autocomplete": "postal-code", "size": 9},
    )


@blueprint.get("/")
@kept_page()
@anyone(MUNICIPALITY, PLATFORM)
def home() -> str | Response | tuple[str, int]:
    """Show the front page of the site at hand."""
    municipality = current_site().municipality
    if municipality is None:
        return _platform_home()
    return render_template(
        "pages/public/home.html",
        sectors=all_sectors(db()),
        workplace_count=count_public_in(db(), municipality.code),
    )


def _platform_home() -> str | Response | tuple[str, int]:
    """Let the visitor choose a municipality, or send them on by postcode."""
    form = PostcodeForm(request.args, meta={"csrf": False})
    if "postcode" not in request.args:
        return _choose(form)
    area = queries.find_postcode(db(), form.postcode.data) if form.validate() else None
    if area is None:
        form.postcode.errors = form.postcode.errors or [_NO_SUCH_POSTCODE]
        return _choose(form), status_of(form)
    municipality = queries.get_municipality(db(), area.municipality_code)
    if not municipality.takes_part:
        return _choose(form, elsewhere=municipality)
    return redirect(ports().settings.address_of(municipality.slug), code=303)


def _choose(form: PostcodeForm, *, elsewhere: Municipality | None = None) -> str:
    address_of = ports().settings.address_of
    by_province = sorted(queries.taking_part(db()), key=lambda municipality: municipality.province)
    return render_template(
        "pages/public/platform_home.html",
        provinces=[
            (province, [(each.name, address_of(each.slug)) for each in municipalities])
            for province, municipalities in groupby(by_province, lambda each: each.province)
        ],
        form=form,
        elsewhere=elsewhere,
    )

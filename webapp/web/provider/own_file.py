"""All workplaces of an organisation as a file for a spreadsheet, and the same file without any."""

from flask import Response
from flask_babel import gettext as _

from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.csv_answer import csv_answer
from webapp.web.edge import db
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.page import own_organisation
from webapp.web.provider.standing import standing_of
from webapp.workplaces.exchange.columns import COLUMNS, OWN_COLUMNS
from webapp.workplaces.exchange.exporting import own_rows
from webapp.workplaces.models import Workplace
from webapp.workplaces.queries import of_organisations


@blueprint.get("/aanbieder/organisaties/<public_id>/werkplekken.csv")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def workplaces_file(public_id: str) -> Response:
    """Give the newest of each workplace, with how it stands and whether visitors see it."""
    workplaces = of_organisations(db(), [own_organisation(public_id).id])
    rows = [
        [
            row["id"],
            standing_of(workplace).status,
            _seen(workplace),
            *(row[name] for name in COLUMNS),
        ]
        for workplace, row in zip(workplaces, own_rows(workplaces), strict=True)
    ]
    return csv_answer("werkplekken", OWN_COLUMNS, rows)


@blueprint.get("/aanbieder/organisaties/<public_id>/leeg-voorbeeld.csv")
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def sheet_example_file(public_id: str) -> Response:
    """Give a file with the names of the columns alone, to begin with."""
    own_organisation(public_id)
    return csv_answer("werkplekken-leeg", OWN_COLUMNS, [])


def _seen(workplace: Workplace) -> str:
    return str(_("Ja") if workplace.is_visible else _("Nee"))

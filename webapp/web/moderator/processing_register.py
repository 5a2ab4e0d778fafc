"""The register of processing of the municipality (AVG article 30)."""

from flask import Response
from flask_babel import gettext as _

from webapp.permissions.table import Permission
from webapp.privacy.records import RECORDS, RecordType
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.csv_answer import csv_answer
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.page import page
from webapp.web.privacy_facts import basis_of, officer_email, term_of


@blueprint.get("/moderatie/verwerkingsregister")
@requires(Permission.MODERATE, MUNICIPALITY)
def processing_register() -> str:
    """Show what is kept of whom, why and how long."""
    return page(
        "processing_register",
        kinds=[(_(kind.title), _facts_of(kind)) for kind in RECORDS.values()],
        officer=officer_email(),
    )


@blueprint.get("/moderatie/verwerkingsregister.csv")
@requires(Permission.MODERATE, MUNICIPALITY)
def processing_register_file() -> Response:
    """Give the register as a file: it has nothing of anybody in it."""
    columns = [_("Wat"), *_columns()]
    rows = [[_(kind.title), *_values_of(kind)] for kind in RECORDS.values()]
    return csv_answer("verwerkingsregister", columns, rows)


def _facts_of(kind: RecordType) -> list[dict[str, str]]:
    """Return the facts of a kind; whom to ask is the same for all, and said once."""
    facts = zip(_columns()[:-1], _values_of(kind)[:-1], strict=True)
    return [{"label": label, "value": value} for label, value in facts]


def _columns() -> list[str]:
    return [
        _("Van wie"), _("Welke gegevens"), _("Waarvoor"), _("Wettelijke reden"), _("Hoelang"),
        _("Wie wist het"), _("Vragen over gegevens"),
    ]  # fmt: skip


def _values_of(kind: RecordType) -> list[str]:
    return [
        _(kind.people),
        _(kind.data),
        _(kind.purpose),
        basis_of(kind),
        term_of(kind),
        _("de site, vanzelf") if kind.job else _("de werkgever of de gemeente"),
        officer_email(),
    ]

"""Who may do what, as a file: a row for each role of each person."""

from collections.abc import Iterator, Sequence

from flask import Response
from flask_babel import gettext as _

from webapp.accounts import second_factor
from webapp.accounts.models import Account
from webapp.audit.operations import record
from webapp.core import clock
from webapp.core.actor import Actor
from webapp.municipalities.queries import get_municipality
from webapp.web.csv_answer import Watermark, csv_answer
from webapp.web.edge import db
from webapp.web.permission_words import rights_in_words
from webapp.web.ports import ports
from webapp.web.staff_roles import role_label


def rights_file(
    people: Sequence[Account], codes: frozenset[str | None] | None, *, actor: Actor
) -> Response:
    """Return the roles of these people as a file, and log that it was made.

    Only the roles for `codes` (None among them: the platform); `codes` None is everywhere.
    """
    (code,) = codes or (None,)
    record(
        db(),
        "staff.exported",
        subject=("staff", "rechten"),
        actor=actor,
        now=clock.now(),
        municipality_code=code,
    )
    columns = [
        _("Naam"), _("E-mailadres"), _("Rol"), _("Waar"), _("Mag"), _("Logt in met"), _("Account"),
    ]  # fmt: skip
    # Made before it is sent: the session of the request is closed by then.
    return csv_answer("rechten", columns, list(_rows(people, codes)), Watermark.of(actor.name))


def _rows(people: Sequence[Account], codes: frozenset[str | None] | None) -> Iterator[list[str]]:
    holders = second_factor.holders(db(), [account.id for account in people])
    for account in people:
        steps = _("wachtwoord en code") if account.id in holders else _("alleen wachtwoord")
        state = _("gesloten") if account.disabled_at else _("in gebruik")
        for role in sorted(
            account.roles, key=lambda each: (each.municipality_code or "", each.name)
        ):
            if codes is None or role.municipality_code in codes:
                yield [
                    account.name,
                    account.email,
                    role_label(role.name),
                    _place(role.municipality_code),
                    rights_in_words(role.name, role.municipality_code),
                    steps,
                    state,
                ]


def _place(code: str | None) -> str:
    """Return where a role is for; a municipality is asked of the database once."""
    return get_municipality(db(), code).name if code else ports().settings.platform_name

"""How every decision of a moderator goes: once, wholly or not at all, and of what was read."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Protocol

from flask import flash, redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core import clock
from webapp.core.errors import ConflictError, InvalidInputError, WrongStatusError
from webapp.mail import outbox
from webapp.organisations.models import Organisation
from webapp.organisations.queries import reachable_members
from webapp.permissions.table import Permission
from webapp.web.access import require
from webapp.web.edge import db
from webapp.web.moderator.decision_forms import DecisionForm
from webapp.web.site import current_site

Answer = Response | str | tuple[str, int]
# The name of the button that shows the mail first.
PREVIEW = "bekijk"
# The forms of a page, by the last part of the addresses that they go to.
Kinds = Mapping[str, type[DecisionForm]]


class Show(Protocol):
    """Show the page with the form that was sent, and with what was typed in it."""

    def __call__(self, *, sent: DecisionForm, is_overtaken: bool = False) -> str: ...


def decide(
    form: DecisionForm,
    act: Callable[..., str],
    *,
    show: Show,
    organisation: Organisation,
    undo_within: timedelta | None = None,
) -> Answer:
    """Let `act` decide, and go on to the queue with what it returns: a sentence that tells it.

    `act` is given what its operation takes; `organisation` is mailed, after `undo_within` where the
    decision can be undone. What must be mended (422), and what was changed or decided meanwhile
    (409), is told on the page itself, and nothing is done; nor is it when the moderator asks to
    read the mail first.
    """
    if not form.validate_on_submit():
        return show(sent=form), 422
    try:
        with db().begin_nested():
            done = act(**form.to_draft(), **_circumstances(undo_within))
    except InvalidInputError as error:
        form.add_problems(error.problems)
        return show(sent=form), 422
    except (ConflictError, WrongStatusError):
        return show(sent=form, is_overtaken=True), 409
    if PREVIEW in request.form:
        # Of a decision that is made and taken back: so it is the mail to the letter.
        form.mail = outbox.newest(db(), to=_addresses_of(organisation))
        db().rollback()
        return show(sent=form)
    flash(f"{done} {told(organisation, undo_within)}", "success")
    return redirect(url_for("moderator.queue"), code=303)


def sent_form(kinds: Kinds, name: str) -> DecisionForm:
    """Return the form that the moderator sent."""
    return kinds[name](name)


def forms_to_show(
    kinds: Kinds, locks: Mapping[str, int], *, sent: DecisionForm | None, is_overtaken: bool
) -> dict[str, DecisionForm]:
    """Return every form with the locks of what is shown, and the one that was sent as it was.

    When the moderator was overtaken, that one gets the new locks too: what was typed is kept.
    """
    forms = {name: kind(name, formdata=None, data=locks) for name, kind in kinds.items()}
    if sent is not None:
        forms |= {name: sent for name, kind in kinds.items() if type(sent) is kind}
        if is_overtaken:
            sent.renew(locks)
    return forms


def _circumstances(undo_within: timedelta | None) -> dict[str, Any]:
    """Return what every decision takes besides: who decides, when, and on which site."""
    can_be_undone = {} if undo_within is None else {"undo_within": undo_within}
    return can_be_undone | {
        "actor": require(Permission.MODERATE).actor,
        "now": clock.now(),
        "site": current_site().for_mail,
    }


def told(organisation: Organisation, undo_within: timedelta | None = None) -> str:
    """Return to whom a decision is mailed, and when."""
    addresses = _addresses_of(organisation)
    if not addresses:
        return str(_("Er is niemand om dit aan te mailen."))
    everybody = ", ".join(addresses)
    if not undo_within:
        return str(_("We mailen dit naar %(addresses)s.", addresses=everybody))
    return str(
        _(
            "Over %(minutes)s minuten mailen we dit naar %(addresses)s. Tot dan kun je je besluit "
            "hieronder ongedaan maken.",
            minutes=undo_within // timedelta(minutes=1),
            addresses=everybody,
        )
    )


def _addresses_of(organisation: Organisation) -> list[str]:
    return [member.email for member in reachable_members(db(), organisation.id)]

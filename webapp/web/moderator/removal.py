"""The workplaces that providers want removed: the decision, and what can come back yet."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import partial
from typing import Any

from flask import abort
from flask_babel import gettext as _

from webapp.moderation import removals as moderation
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.claims import claim_on
from webapp.web.moderator.decision_forms import (
    DecisionForm,
    RemovalForm,
    RemovalRefusalForm,
    RestorationForm,
)
from webapp.web.moderator.decisions import Answer, Kinds, decide, forms_to_show, sent_form
from webapp.web.moderator.page import page
from webapp.web.site import current_municipality, current_site
from webapp.workplaces.removals.labels import REASONS
from webapp.workplaces.removals.models import Removal
from webapp.workplaces.removals.queries import confirmed_of, get_last_of


class Decision(StrEnum):
    """What can be decided about a removal; the value is the last part of the address."""

    CONFIRM = "bevestigen"
    REFUSE = "weigeren"
    RESTORE = "terugzetten"


FORMS: Kinds = {
    Decision.CONFIRM: RemovalForm,
    Decision.REFUSE: RemovalRefusalForm,
    Decision.RESTORE: RestorationForm,
}


@blueprint.get("/moderatie/verwijderingen")
@requires(Permission.MODERATE, MUNICIPALITY)
def removals() -> str:
    """Show the removed workplaces that can come back yet."""
    return page("removals", removals=confirmed_of(db(), current_municipality().code))


@blueprint.get("/moderatie/verwijderingen/<public_id>")
@requires(Permission.MODERATE, MUNICIPALITY)
def removal(public_id: str) -> str:
    """Show why a provider wants a workplace removed."""
    return _show(public_id)


@blueprint.post("/moderatie/verwijderingen/<public_id>/<decision>")
@requires(Permission.MODERATE, MUNICIPALITY)
def removal_decide(public_id: str, decision: str) -> Answer:
    """Do with a removal what `decision` names in the address."""
    if decision not in FORMS:
        abort(404)
    found = _removal_of(public_id)
    return decide(
        sent_form(FORMS, decision),
        partial(_ACTS[Decision(decision)], found),
        show=partial(_show, public_id),
        organisation=found.workplace.organisation,
    )


def _removal_of(public_id: str) -> Removal:
    """Return the last removal of a workplace of the municipality of the site, or 404."""
    return get_last_of(db(), public_id, current_municipality().code)


def _show(public_id: str, *, sent: DecisionForm | None = None, is_overtaken: bool = False) -> str:
    found = _removal_of(public_id)
    locks = {"expected_version": found.version}
    return page(
        "removal",
        removal=found,
        claim=claim_on("verwijderingen", public_id),
        workplace=found.workplace,
        title=_title(found),
        reason=_(REASONS[found.reason]),
        days=current_site().settings.removal_grace_days,
        form=sent,
        forms=forms_to_show(FORMS, locks, sent=sent, is_overtaken=is_overtaken),
        is_overtaken=is_overtaken,
    )


def _confirm(found: Removal, **values: Any) -> str:  # noqa: ANN401 (what the operation takes)
    moderation.confirm(db(), found, **values)
    return str(_("“%(title)s” is verwijderd.", title=_title(found)))


def _refuse(found: Removal, **values: Any) -> str:  # noqa: ANN401
    moderation.refuse(db(), found, **values)
    return str(_("“%(title)s” blijft staan.", title=_title(found)))


def _restore(found: Removal, **values: Any) -> str:  # noqa: ANN401
    moderation.restore(db(), found.workplace, **values)
    return str(_("“%(title)s” is terug, en nog verborgen.", title=_title(found)))


def _title(found: Removal) -> str:
    return found.workplace.latest_version.content.title


_ACTS: Mapping[Decision, Callable[..., str]] = {
    Decision.CONFIRM: _confirm,
    Decision.REFUSE: _refuse,
    Decision.RESTORE: _restore,
}

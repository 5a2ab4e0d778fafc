"""What a moderator decides about a workplace."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from flask import abort
from flask_babel import gettext as _

from webapp.moderation import afterwards, operations
from webapp.moderation.review import Review
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.moderator.blueprint import blueprint
from webapp.web.moderator.decisions import Answer, decide, sent_form
from webapp.web.moderator.undoing import undo_within
from webapp.web.moderator.workplace_check import FORMS, Decision, review_of, show
from webapp.web.site import current_municipality

# What visitors notice at once, and is not undone with a button.
_AT_ONCE = frozenset({Decision.WITHDRAW, Decision.PUT_BACK})


@blueprint.post("/moderatie/werkplekken/<public_id>/<decision>")
@requires(Permission.MODERATE, MUNICIPALITY)
def workplace_decide(public_id: str, decision: str) -> Answer:
    """Do with a workplace what `decision` names in the address."""
    if decision not in FORMS:
        abort(404)
    review = review_of(public_id)
    return decide(
        sent_form(FORMS, decision),
        partial(_ACTS[Decision(decision)], review),
        show=partial(show, public_id),
        organisation=review.workplace.organisation,
        undo_within=None if decision in _AT_ONCE else undo_within(),
    )


def _approve(review: Review, **values: Any) -> str:  # noqa: ANN401 (what the operation takes)
    operations.approve_workplace(db(), review.version, **values)
    return _now_on_site(review)


def _approve_both(review: Review, **values: Any) -> str:  # noqa: ANN401
    operations.approve_workplace_with_organisation(db(), review.version, **values)
    name = review.workplace.organisation.name
    approved = _("De organisatie “%(name)s” is goedgekeurd.", name=name)
    return f"{approved} {_now_on_site(review)}"


def _return(review: Review, **values: Any) -> str:  # noqa: ANN401
    operations.return_workplace(db(), review.version, **values)
    return str(_("“%(title)s” is terug naar de aanbieder.", title=_title(review)))


def _reject(review: Review, **values: Any) -> str:  # noqa: ANN401
    operations.reject_workplace(db(), review.version, **values)
    return str(_("“%(title)s” is afgewezen.", title=_title(review)))


def _put_back(review: Review, **values: Any) -> str:  # noqa: ANN401
    afterwards.put_back(db(), review.version, **values)
    return str(_("De vorige versie van “%(title)s” staat weer op de site.", title=_title(review)))


def _withdraw(review: Review, **values: Any) -> str:  # noqa: ANN401
    operations.withdraw_workplace(
        db(), review.workplace, municipality_code=current_municipality().code, **values
    )
    return str(_("“%(title)s” staat niet meer op de site.", title=_title(review)))


def _now_on_site(review: Review) -> str:
    if review.workplace.is_visible:
        return str(_("“%(title)s” staat nu op de site.", title=_title(review)))
    return str(
        _(
            "“%(title)s” is goedgekeurd. De aanbieder houdt de werkplek verborgen, dus bezoekers "
            "zien hem nog niet.",
            title=_title(review),
        )
    )


def _title(review: Review) -> str:
    return review.version.content.title


_ACTS: Mapping[Decision, Callable[..., str]] = {
    Decision.APPROVE: _approve,
    Decision.APPROVE_BOTH: _approve_both,
    Decision.RETURN: _return,
    Decision.REJECT: _reject,
    Decision.WITHDRAW: _withdraw,
    Decision.PUT_BACK: _put_back,
}

"""Beginning a workplace."""

from typing import Any

from flask import redirect
from flask_babel import lazy_gettext as _
from werkzeug.wrappers import Response
from wtforms import HiddenField

from webapp.core import clock
from webapp.core.errors import InvalidInputError
from webapp.core.ids import is_public_id, new_public_id
from webapp.organisations.models import Organisation
from webapp.organisations.queries import organisations_with_ids
from webapp.permissions.table import Permission
from webapp.web.access import MUNICIPALITY, requires
from webapp.web.edge import db
from webapp.web.forms.base import Form, status_of
from webapp.web.forms.fields import Line, choices_of
from webapp.web.forms.rules import filled
from webapp.web.forms.typed_fields import OneChoice
from webapp.web.once import made_once
from webapp.web.ports import ports
from webapp.web.provider.blueprint import blueprint
from webapp.web.provider.hints import HINTS
from webapp.web.provider.page import page, provider
from webapp.web.provider.tasks import section_url
from webapp.web.site import current_municipality
from webapp.workplaces import editing, labels
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.models import Workplace
from webapp.workplaces.queries import find_of_organisations
from webapp.workplaces.rules import REQUIRED
from webapp.workplaces.sections import Section


class NewWorkplaceForm(Form):
    """What is needed to begin: for which organisation, and a name."""

    key = HiddenField()
    organisation = OneChoice(
        _("Voor welke organisatie?"),
        [filled(_("Kies voor welke organisatie deze werkplek is."))],
    )
    title = Line(
        _(labels.FIELDS["title"]),
        [filled(_(REQUIRED["title"]))],
        description=HINTS["title"],
    )

    def __init__(self, organisations: list[Organisation], **values: Any) -> None:  # noqa: ANN401
        super().__init__(data={"key": new_public_id()}, **values)
        if len(organisations) == 1:
            del self.organisation
        else:
            self.organisation.choices = choices_of(
                {item.public_id: item.name for item in organisations}
            )

    def to_draft(self) -> WorkplaceContent:
        """Return the content to begin with."""
        return WorkplaceContent(title=self.title.data)


@blueprint.route("/aanbieder/werkplekken/nieuw", methods=["GET", "POST"])
@requires(Permission.OFFER_WORKPLACES, MUNICIPALITY)
def workplace_new() -> str | Response | tuple[str, int]:
    """Begin a workplace with a name; the rest follows in the task list."""
    organisations = _open_organisations()
    if not organisations:
        return page("workplace_new", form=None)
    form = NewWorkplaceForm(organisations)
    if form.validate_on_submit():
        try:
            workplace = _begin(form, _chosen(form, organisations))
        except InvalidInputError as refusal:
            form.add_problems(refusal.problems)
        else:
            return redirect(section_url(workplace, Section.WHAT), code=303)
    return page("workplace_new", form=form), status_of(form)


def _open_organisations() -> list[Organisation]:
    """Return the organisations of who is signed in that the municipality did not refuse."""
    mine = organisations_with_ids(db(), provider().organisation_ids)
    return [item for item in mine if item.may_offer]


def _chosen(form: NewWorkplaceForm, organisations: list[Organisation]) -> Organisation:
    if "organisation" not in form:
        return organisations[0]
    return next(item for item in organisations if item.public_id == form.organisation.data)


def _begin(form: NewWorkplaceForm, organisation: Organisation) -> Workplace:
    key = form.key.data if is_public_id(form.key.data or "") else new_public_id()
    return made_once(
        lambda: find_of_organisations(db(), key, provider().organisation_ids),
        lambda: editing.offer(
            db(),
            organisation,
            municipality_code=current_municipality().code,
            content=form.to_draft(),
            geocoder=ports().geocoder,
            actor=provider().actor,
            now=clock.now(),
            public_id=key,
        ),
    )

"""The deadlines of a trajectory and the term for a calamity, by the rules of the site at hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from flask import redirect, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from webapp.core.errors import InvalidInputError
from webapp.trajectories import deadlines
from webapp.trajectories.deadlines import Plan, Task
from webapp.trajectories.products import products_offered
from webapp.web.calendar_answer import Entry, calendar_answer
from webapp.web.deadline_words import REMARKS, TASKS, WHAT_TO_DO
from webapp.web.forms.deadlines import CalamityForm, TrajectoryForm
from webapp.web.product_words import named
from webapp.web.site import current_site


@dataclass(frozen=True)
class Row:
    """A deadline in words: `by` is earlier than `day` when that is no working day."""

    title: str
    text: str
    day: date
    by: date


@dataclass(frozen=True)
class DeadlineDesk:
    """What was asked, and the answer as far as there is one."""

    form: TrajectoryForm
    calamity_form: CalamityForm
    plan: Plan | None
    rows: tuple[Row, ...]
    remarks: tuple[str, ...]
    product_name: str
    calamity_day: date | None

    @property
    def question(self) -> str:
        """What was asked of a trajectory or a calamity, as the query of an address."""
        names = [field.name for form in (self.form, self.calamity_form) for field in form]
        return urlencode({name: request.args[name] for name in names if name in request.args})

    @property
    def status(self) -> int:
        """The status of a page that shows this."""
        return 422 if self.form.errors or self.calamity_form.errors else 200


def asked_deadlines() -> DeadlineDesk:
    """Return the answer to what the address asks: of a trajectory, of a calamity, or of nothing."""
    form, names = _trajectory_form()
    calamity_form = CalamityForm(request.args)
    plan = _plan(form) if any(field.name in request.args for field in form) else None
    return DeadlineDesk(
        form=form,
        calamity_form=calamity_form,
        plan=plan,
        rows=tuple(_rows(plan)) if plan else (),
        remarks=tuple(_(REMARKS[each]) for each in sorted(plan.remarks)) if plan else (),
        product_name=names[form.product.data] if plan else "",
        calamity_day=_calamity_day(calamity_form),
    )


def deadlines_in_calendar() -> Response:
    """Return the deadlines that the address asks for, as a file for a calendar.

    Where the address asks for none, the page says what is missing.
    """
    desk = asked_deadlines()
    if desk.plan is None:
        return redirect(f"{url_for('public.deadlines')}?{desk.question}", code=303)
    product = desk.form.code.value
    entries = [
        Entry(
            key=f"{product}-{desk.plan.trajectory.first_day}-{number}",
            at=row.by,
            title=f"{row.title}: {desk.product_name}",
            text=row.text,
        )
        for number, row in enumerate(desk.rows)
    ]
    return calendar_answer(f"termijnen-{product}", entries)


def _trajectory_form() -> tuple[TrajectoryForm, dict[str, str]]:
    form = TrajectoryForm(request.args)
    offered = named(products_offered(current_site().settings.products_offered))
    names = {product.code.value: product.name for product in offered}
    form.product.choices = list(names.items())
    return form, names


def _plan(form: TrajectoryForm) -> Plan | None:
    if not form.validate():
        return None
    try:
        return deadlines.plan(form.to_draft(), current_site().settings.stable_progress)
    except InvalidInputError as error:
        form.add_problems({name: _(sentence) for name, sentence in error.problems.items()})
        return None


def _calamity_day(form: CalamityForm) -> date | None:
    happened: date | None = form.day.data
    if form.day.name not in request.args or not form.validate() or happened is None:
        return None
    return deadlines.calamity_term(happened, current_site().settings.calamity_working_days)


def _rows(plan: Plan) -> Iterator[Row]:
    for each in plan.deadlines:
        text = _(WHAT_TO_DO[each.task], consultant=current_site().settings.consultant_title)
        # The last day is what it is, whether somebody works on it or not.
        by = each.day if each.task is Task.END else each.by
        yield Row(_(TASKS[each.task]), text, each.day, by)

"""The forms that ask for days to count from; sent by GET, so that a link can be kept."""

from datetime import date
from typing import cast

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from webapp.trajectories.deadlines import Trajectory, day_problem, trajectory_of
from webapp.trajectories.products import ProductCode, product_of
from webapp.web.forms.base import Form
from webapp.web.forms.rules import filled
from webapp.web.forms.typed_fields import Day, OneChoice, WholeNumber


class TrajectoryForm(Form):
    """Which product, from when, until when, and how many hours a week."""

    class Meta(Form.Meta):
        """A question changes nothing, so it needs no token."""

        csrf = False

    product = OneChoice(
        _l("Welk traject is het?"), [filled(_l("Kies welk traject het is."))], name="traject"
    )
    first_day = Day(
        _l("Wat is de eerste dag?"),
        [filled(_l("Vul in op welke dag het traject begint."))],
        name="begin",
    )
    last_day = Day(
        _l("Wat is de laatste dag?"),
        name="eind",
        description=_l("Laat je dit leeg? Dan rekenen we met de langste tijd die mag."),
    )
    weekly_hours = WholeNumber(
        _l("Hoeveel uur per week?"), name="uren", render_kw={"inputmode": "numeric", "size": 4}
    )

    def to_draft(self) -> Trajectory:
        """Return the trajectory; raise InvalidInputError."""
        return trajectory_of(
            product_of(self.code).kind,
            cast("date", self.first_day.data),  # the rule of the field asks for one
            self.last_day.data,
            self.weekly_hours.data,
        )

    @property
    def code(self) -> ProductCode:
        """The product that was chosen."""
        return ProductCode(self.product.data)


class CalamityForm(Form):
    """When something happened."""

    class Meta(Form.Meta):
        """A question changes nothing, so it needs no token."""

        csrf = False

    day = Day(
        _l("Op welke dag gebeurde het?"),
        [filled(_l("Vul in op welke dag het gebeurde."))],
        name="gebeurd",
    )

    def validate_day(self, field: Day) -> None:
        """Refuse a year that nobody means."""
        problem = day_problem(field.data)
        if problem:
            raise ValidationError(_(problem))

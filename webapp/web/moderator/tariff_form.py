"""The form for a tariff."""

from datetime import date
from typing import Any, cast

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, SelectField, ValidationError
from wtforms import Form as AnyForm
from wtforms.validators import AnyOf

from webapp.core.i18n import N_
from webapp.core.money import in_euros, parse_euros
from webapp.tariffs.models import Tariff, TariffUnit
from webapp.tariffs.operations import TariffDraft
from webapp.trajectories.products import ProductCode
from webapp.web.forms.fields import Line, choices_of
from webapp.web.forms.rules import chosen, filled, no_longer_than
from webapp.web.forms.typed_fields import Day, OneChoice
from webapp.web.forms.versioned import VersionedForm
from webapp.web.product_words import product_names

_UNITS = {
    TariffUnit.TRAJECTORY: N_("voor het hele traject"),
    TariffUnit.HOUR: N_("voor elk uur"),
}
_CHOOSE_PRODUCT = _l("Kies een soort traject.")
_FILL_AMOUNT = _l("Vul een bedrag in, zoals 1500 of 20,50.")
_TOO_LONG = _l("Maak dit korter: hooguit 100 tekens.")


def _is_amount(_form: AnyForm, field: Field) -> None:
    if parse_euros(field.data) is None:
        raise ValidationError(str(_FILL_AMOUNT))


class TariffForm(VersionedForm):
    """What a product costs, and from when to when."""

    product = SelectField(
        _l("Soort traject"),
        [chosen(_CHOOSE_PRODUCT), AnyOf(list(ProductCode), message=_CHOOSE_PRODUCT)],
        validate_choice=False,
    )
    amount = Line(
        _l("Bedrag in euro"),
        [filled(_FILL_AMOUNT), _is_amount],
        render_kw={"size": 12, "inputmode": "decimal"},
    )
    unit = OneChoice(
        _l("Waarvoor is dit bedrag?"),
        [filled(_l("Kies waarvoor het bedrag is."))],
        choices=choices_of(_UNITS),
    )
    valid_from = Day(_l("Eerste dag"), [filled(_l("Vul de eerste dag in, zoals 1-1-2027."))])
    valid_to = Day(_l("Laatste dag"), [filled(_l("Vul de laatste dag in, zoals 31-12-2027."))])
    product_code = Line(_l("Productcode"), [no_longer_than(100, _TOO_LONG)])
    note = Line(_l("Opmerking"), [no_longer_than(100, _TOO_LONG)])
    is_example = BooleanField(_l("Dit is een voorbeeld, geen echt tarief"))

    def to_draft(self) -> TariffDraft:
        """Return what was filled in; the form must be valid."""
        return TariffDraft(
            product=ProductCode(self.product.data),
            product_code=self.product_code.data,
            unit=TariffUnit(self.unit.data),
            amount_cents=parse_euros(self.amount.data) or 0,
            valid_from=cast("date", self.valid_from.data),
            valid_to=cast("date", self.valid_to.data),
            note=self.note.data,
            is_example=self.is_example.data,
        )


def tariff_form(tariff: Tariff | None = None) -> TariffForm:
    """Return the form as it was sent, or else with the tariff as it is (None: a new one)."""
    form = TariffForm(data=_data_of(tariff) if tariff else None)
    names = {code.value: name for code, name in product_names().items()}
    form.product.choices = choices_of({"": N_("Kies een soort traject"), **names})
    return form


def _data_of(tariff: Tariff) -> dict[str, Any]:
    same = ("valid_from", "valid_to", "product_code", "note", "is_example")
    return {
        **{name: getattr(tariff, name) for name in same},
        "product": tariff.product.value,
        "unit": tariff.unit.value,
        "amount": in_euros(tariff.amount_cents),
        "version": str(tariff.version),
    }

"""The form of the section about contracts and quality marks."""

from functools import cache
from typing import Any, ClassVar, Self

from flask_babel import lazy_gettext as _

from webapp.trajectories.products import ProductCode
from webapp.web.forms.fields import Checkboxes, Line, choices_of
from webapp.web.forms.typed_fields import Day
from webapp.web.product_words import product_names
from webapp.web.provider.content_form import ContentForm
from webapp.web.provider.controls import control
from webapp.workplaces.content import Contract, WorkplaceContent

_MOST = 5


class ContractForm(ContentForm):
    """Quality marks and some contracts; a contract without a party and anything else is none."""

    names = ("quality_marks",)
    count: ClassVar[int] = 0

    def to_draft(self) -> dict[str, Any]:
        """Return the quality marks and the contracts."""
        contracts = [self._contract(number) for number in self.numbers]
        filled = tuple(contract for contract in contracts if contract != Contract(party=""))
        return super().to_draft() | {"contracts": filled}

    @property
    def numbers(self) -> range:
        """The numbers of the contracts, from 1."""
        return range(1, self.count + 1)

    @classmethod
    def filled_with(cls, content: WorkplaceContent) -> Self:
        """Return the form as it was sent, or else with what `content` holds."""
        data: dict[str, Any] = {"quality_marks": [mark.value for mark in content.quality_marks]}
        for number, contract in enumerate(content.contracts, start=1):
            data[f"contract_{number}_party"] = contract.party
            data[f"contract_{number}_products"] = [code.value for code in contract.products]
            data[f"contract_{number}_from"] = contract.valid_from
            data[f"contract_{number}_to"] = contract.valid_to
        form = cls(data=data)
        for number in form.numbers:
            form[f"contract_{number}_products"].choices = choices_of(product_names())
        return form

    def fields_of(self, number: int) -> list[Any]:
        """Return the fields of one contract."""
        return [self[f"contract_{number}_{part}"] for part in ("party", "products", "from", "to")]

    def _contract(self, number: int) -> Contract:
        party, codes, valid_from, valid_to = (field.data for field in self.fields_of(number))
        return Contract(
            party=party,
            products=tuple(ProductCode(code) for code in codes or ()),
            valid_from=valid_from,
            valid_to=valid_to,
        )


def contract_form_for(content: WorkplaceContent) -> type[ContractForm]:
    """Return the class of a form with the contracts of `content`, and room for one more."""
    return _form_with(min(len(content.contracts) + 1, _MOST))


@cache
def _form_with(count: int) -> type[ContractForm]:
    fields: dict[str, Any] = {}
    for number in range(1, count + 1):
        fields |= {
            f"contract_{number}_party": Line(
                _("Met welke gemeente of regio is contract %(number)s?", number=number)
            ),
            f"contract_{number}_products": Checkboxes(
                _("Voor welke soorten traject is contract %(number)s?", number=number)
            ),
            f"contract_{number}_from": Day(_("Contract %(number)s begint op", number=number)),
            f"contract_{number}_to": Day(_("Contract %(number)s loopt tot en met", number=number)),
        }
    marks = {"quality_marks": control("quality_marks")}
    return type("ContractsForm", (ContractForm,), {**fields, **marks, "count": count})

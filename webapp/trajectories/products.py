"""The products (trajecten) that a municipality allocates."""

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from webapp.core import resources


class ProductCode(StrEnum):
    """A product, named as the CSV files and addresses name it."""

    ORIENTATION = "orientatie"
    DEVELOPMENT_3 = "ontwikkeling-3"
    DEVELOPMENT_4 = "ontwikkeling-4"
    DEVELOPMENT_5 = "ontwikkeling-5"
    STABLE_3 = "stabiel-3"
    STABLE_4 = "stabiel-4"


class ProductKind(StrEnum):
    """What a product is for: to find out, to take a step, or to hold on."""

    ORIENTATION = "orientatie"
    DEVELOPMENT = "ontwikkeling"
    STABLE = "stabiel"


@dataclass(frozen=True)
class Product:
    """One product, in the words of the visitor; `description` is Markdown.

    `to_rung` is None when it leads to no other rung. Durations and ways of paying are texts: what
    counts in a case is what the municipality allocates. `duration`, `description` and `guidance`
    may hold placeholders.
    """

    code: ProductCode
    name: str
    kind: ProductKind
    from_rungs: tuple[int, ...]
    duration: str
    paid_as: str
    short: str
    description: str
    for_whom: str
    guidance: str
    to_rung: int | None = None

    def called(self, own_names: Mapping[str, str]) -> str:
        """Return what a municipality with names of its own, by code, calls it."""
        return own_names.get(self.code.value) or self.name


@cache
def products() -> tuple[Product, ...]:
    """Return all products in their usual order [S0 1.1.6, S1, S2, S4]."""
    file = resources.base_file("trajectories", "products.toml")
    return tuple(_product(row) for row in tomllib.loads(file.read_text("utf-8"))["product"])


def product_of(code: ProductCode) -> Product:
    """Return the product with this code."""
    return next(product for product in products() if product.code is code)


def products_offered(codes: Collection[str]) -> tuple[Product, ...]:
    """Return the products that a municipality offers (its setting `products_offered`)."""
    return tuple(product for product in products() if product.code.value in codes)


def _product(row: dict[str, Any]) -> Product:
    typed = {
        "code": ProductCode(row["code"]),
        "kind": ProductKind(row["kind"]),
        "from_rungs": tuple(row["from_rungs"]),
    }
    return Product(**(row | typed))

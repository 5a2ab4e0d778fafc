"""What the products are called on the site at hand: a municipality can have names of its own."""

from collections.abc import Iterable
from dataclasses import replace

from webapp.trajectories.products import Product, ProductCode, products
from webapp.web.site import current_site
from webapp.web.texts import translated


def product_names() -> dict[ProductCode, str]:
    """Return the name of each product, in their usual order."""
    return {product.code: product.name for product in named(products())}


def named(some: Iterable[Product]) -> tuple[Product, ...]:
    """Return the same products, called as the municipality calls them."""
    own = current_site().settings.product_names
    return tuple(replace(product, name=translated(product.called(own))) for product in some)

"""Long lists in pages: which page is asked for, and the addresses of the others."""

from dataclasses import dataclass
from math import ceil
from urllib.parse import urlencode

from flask import request


@dataclass(frozen=True)
class Paging:
    """Page `number` (from 1) of a list of `total` things, of which `size` fit on a page."""

    number: int
    total: int
    size: int

    @property
    def pages(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, ceil(self.total / self.size))

    @property
    def offset(self) -> int:
        """How many things stand on the pages before this one."""
        return (self.number - 1) * self.size

    @staticmethod
    def url_of(number: int) -> str:
        """Return the address of another page of the same list."""
        values = {**request.args.to_dict(flat=False), "pagina": [str(number)]}
        return f"{request.path}?{urlencode(values, doseq=True)}"


def asked_page(total: int, *, size: int = 20) -> Paging:
    """Return the page that `?pagina=` asks for; one that does not exist gives the nearest."""
    asked = request.args.get("pagina", 1, type=int)
    paging = Paging(1, total, size)
    return Paging(min(max(asked, 1), paging.pages), total, size)

"""Finding a sector by what people call it."""

from collections.abc import Iterable

from webapp.core.text import fold, one_line, slugify
from webapp.workplaces.exchange.cells import CellError, quoted, read_items
from webapp.workplaces.models import Sector


class SectorNames:
    """The sectors by key, by name, and by a part of a name that only one of them has."""

    def __init__(self, sectors: Iterable[Sector]) -> None:
        self._names = {sector.key: sector.name for sector in sectors}
        self._folded = {key: fold(name) for key, name in self._names.items()}
        self._keys = {slugify(name): key for key, name in self._names.items()}
        self._keys |= {key: key for key in self._names}

    def read(self, text: str) -> tuple[str, ...]:
        """Return the keys of the sectors in a list; raise CellError for one that is unclear."""
        return tuple(self._find(item) for item in read_items(text))

    def _find(self, item: str) -> str:
        exact = self._keys.get(slugify(item))
        if exact:
            return exact
        part = fold(one_line(item))
        words = [key for key, name in self._folded.items() if part in name.split()]
        found = words or [key for key, name in self._folded.items() if part in name]
        if len(found) == 1:
            return found[0]
        raise CellError(self._problem(item, found))

    def _problem(self, item: str, found: list[str]) -> str:
        if not found:
            return f"De branche {quoted(item)} kennen we niet. Neem een naam over van de site."
        names = ", ".join(self._names[key] for key in found)
        return f"Bij {quoted(item)} passen meer branches: {names}. Schrijf de hele naam."

"""Looking for viruses in what somebody sends: what each scanner promises."""

from typing import BinaryIO, Protocol


class Scanner(Protocol):
    """Looks through a file."""

    def is_clean(self, file: BinaryIO) -> bool:
        """Tell whether nothing bad was found; raise ScannerAwayError when nobody could look."""


class NoScanner:
    """Finds everything clean: for an installation without a scanner."""

    def is_clean(self, file: BinaryIO) -> bool:
        """Look at nothing."""
        del file
        return True

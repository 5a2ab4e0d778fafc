"""The scanners, and the choice between them."""

from webapp.core.settings import Settings
from webapp.media.scanner import NoScanner, Scanner
from webapp.media.scanners.clamd import ClamdScanner


def from_settings(settings: Settings) -> Scanner:
    """Return the scanner at CLAMD_ADDRESS; none looks when that is empty."""
    if settings.clamd_address:
        return ClamdScanner(settings.clamd_address)
    return NoScanner()

"""What can go wrong with a file that somebody sends."""

from webapp.core.errors import DomainError


class FileRefusedError(DomainError):
    """A file is not taken; `sentence` says in Dutch how to mend it."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class MediaAwayError(DomainError):
    """Files can be neither taken nor shown for now; `reason` holds no personal data."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class StorageAwayError(MediaAwayError):
    """Where the files are kept does not answer, or has no room left."""


class ScannerAwayError(MediaAwayError):
    """What looks for viruses does not answer: without it nothing is taken."""

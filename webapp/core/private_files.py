"""Files that nobody else on the machine reads: the database, the index, the key and the mail."""

import os

_OWNER_ALONE = 0o077


def keep_private() -> None:
    """Let each file and folder that this process makes from now on be its owner's alone."""
    os.umask(_OWNER_ALONE)

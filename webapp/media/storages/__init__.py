"""The places where files can be kept, and the choice between them."""

from webapp.core.settings import Settings
from webapp.media.storage import Storage
from webapp.media.storages.folder import FolderStorage


def from_settings(settings: Settings) -> Storage:
    """Return the storage that MEDIA_URL names: a bucket, or a folder when it is empty."""
    if settings.media_url:
        # boto3 is only there when it was asked for, and takes a second to load.
        from webapp.media.storages.bucket import BucketStorage  # noqa: PLC0415

        return BucketStorage.from_url(settings.media_url)
    return FolderStorage(settings.media_dir)

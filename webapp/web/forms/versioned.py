"""Forms about something that somebody else may change meanwhile."""

from wtforms import HiddenField

from webapp.core.text import whole_number
from webapp.web.forms.base import Form


class VersionedForm(Form):
    """A form that remembers of which version it was filled in."""

    version = HiddenField()

    @property
    def expected_version(self) -> int:
        """The version that was read; -1, which nothing has, when the form was tampered with."""
        number = whole_number(self.version.data or "")
        return -1 if number is None else number

    def renew(self, version: int) -> None:
        """Let what is typed be saved over `version`, once it was shown."""
        self.version.data = str(version)

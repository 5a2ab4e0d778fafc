"""A form that makes one thing, however often it is sent."""

from wtforms import HiddenField

from webapp.core.ids import is_public_id, new_public_id
from webapp.web.forms.base import Form


class OnceForm(Form):
    """A form that carries the id of what it will make."""

    key = HiddenField(default=new_public_id)

    @property
    def once_key(self) -> str:
        """The id; another one when the form was tampered with."""
        key = self.key.data or ""
        return key if is_public_id(key) else new_public_id()

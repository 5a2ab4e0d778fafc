"""The form in which a member sends the logo of an organisation."""

from flask_babel import lazy_gettext as _
from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage

from webapp.web.forms.base import Form
from webapp.web.forms.rules import filled


class LogoForm(Form):
    """One picture."""

    logo = FileField(
        _("Kies het bestand met het logo"),
        [filled(_("Kies eerst een bestand met het logo."))],
        description=_(
            "JPEG, PNG, WebP of AVIF, van hooguit 10 MB en 40 megapixel. Het logo komt op een wit "
            "vlak te staan. Wat doorzichtig is, blijft dat."
        ),
        render_kw={"accept": "image/jpeg,image/png,image/webp,image/avif"},
    )

    def to_draft(self) -> FileStorage:
        """Return the file that was sent."""
        file: FileStorage = self.logo.data
        return file

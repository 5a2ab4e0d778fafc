"""Of which site the mails of a municipality speak."""

from collections.abc import Callable

from webapp.mail.site import MailSite
from webapp.municipalities.models import Municipality
from webapp.municipalities.settings import MunicipalitySettings

# The worker knows under which addresses the sites are; who writes mails is given this.
SiteOf = Callable[[Municipality, MunicipalitySettings], MailSite]

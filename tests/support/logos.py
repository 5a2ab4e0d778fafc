"""A member who puts the logo of an organisation on the site."""

from dataclasses import dataclass

from flask import Flask

from tests.support import html
from tests.support.media import files
from tests.support.page_client import Page, PageClient
from tests.support.people import database_of, make_account, sign_in
from tests.support.pictures import encoded, picture
from tests.support.workplaces import make_organisation, make_workplace
from webapp.organisations.models import Organisation, OrganisationLogo

PUT = "Plaats het logo"
REPLACE = "Vervang het logo"
REMOVE = "Haal het logo weg"
NAME = "Bakkerij De Oven"


def logo_file(size: tuple[int, int] = (600, 200), colour: object = (20, 60, 200, 255)) -> bytes:
    """Return a PNG that may be see-through."""
    return encoded(picture(size, colour, "RGBA"), "PNG")


@dataclass
class Member:
    """Somebody who acts for an organisation with a workplace in public view."""

    app: Flask
    browser: PageClient
    public_id: str
    workplace_id: str

    @property
    def path(self) -> str:
        """Where the page of the organisation is, on every audience's pages."""
        return f"/organisaties/{self.public_id}"

    @property
    def logo(self) -> OrganisationLogo | None:
        """The logo as it is kept now."""
        with database_of(self.app).reading() as session:
            return session.query(Organisation).filter_by(public_id=self.public_id).one().logo

    @property
    def key(self) -> str:
        """The key of the logo."""
        logo = self.logo
        assert logo is not None
        return logo.key

    def open(self) -> Page:
        """Go to the page of the organisation."""
        return self.browser.get(f"/aanbieder{self.path}")

    def send(self, name: str, content: bytes, *, status: int = 200) -> Page:
        """Send a logo, in place of another if there is one."""
        button = REPLACE if self.logo else PUT
        self.open()
        return self.browser.submit(button, status=status, logo=files((name, content)))


def member_of_public_organisation(app: Flask) -> Member:
    """Return a member of a new organisation that visitors see."""
    with database_of(app).writing() as session:
        organisation = make_organisation(session, name=NAME)
        workplace = make_workplace(session, organisation=organisation, title="Brood bakken")
        account = make_account(session, "rob@oven.example", organisations=(organisation,))
        ids = organisation.public_id, workplace.public_id
    return Member(app, sign_in(PageClient(app), account), *ids)


def logos_on(page: Page) -> list[dict[str, str]]:
    """Return the attributes of the logos in the main part of a page."""
    images = html.all_of(html.only(page.tree, "main"), "img")
    return [dict(image.attrib) for image in images if "/logo/" in image.get("src", "")]

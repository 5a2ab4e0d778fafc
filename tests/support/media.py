"""A provider who sends photos and documents, and what visitors then get."""

from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any, cast

from flask import Flask
from PIL import Image
from werkzeug.test import TestResponse

from tests.support.moderation import PROVIDER
from tests.support.page_client import Page, PageClient, SentFile
from tests.support.people import database_of
from tests.support.providers import provider_with, stored
from webapp.core import clock
from webapp.core.actor import SYSTEM
from webapp.media.uploads import Uploads
from webapp.web.ports import Ports
from webapp.workplaces import publication, submission
from webapp.workplaces.content import WorkplaceContent
from webapp.workplaces.media import Photo
from webapp.workplaces.models import VersionStatus, Workplace

ADD = "Voeg toe en bewaar"
SAVE = "Bewaar dit onderdeel"
KEY = "b2c3d4f5g6h7j8k9m2n3"


def files(*sent: tuple[str, bytes]) -> list[SentFile]:
    """Return files to send, from names and contents."""
    return [(BytesIO(content), name) for name, content in sent]


@dataclass
class Sender:
    """A provider with one workplace, at its page of photos and documents."""

    app: Flask
    browser: PageClient
    public_id: str

    @property
    def address(self) -> str:
        """Where photos and documents are sent."""
        return f"/aanbieder/werkplekken/{self.public_id}/fotos"

    @property
    def content(self) -> WorkplaceContent:
        """What the latest version holds now."""
        return stored(self.app, self.public_id).latest_version.content

    @property
    def photos(self) -> tuple[Photo, ...]:
        """The photos of the latest version."""
        return self.content.photos

    def open(self) -> Page:
        """Go to the page."""
        return self.browser.get(self.address)

    def send(self, *sent: tuple[str, bytes], status: int = 200, **values: Any) -> Page:
        """Send photos, by name and content."""
        self.open()
        return self.browser.submit(ADD, status=status, photos=files(*sent), **values)

    def send_documents(self, *sent: tuple[str, bytes], status: int = 200) -> Page:
        """Send documents, by name and content."""
        self.open()
        return self.browser.submit(ADD, status=status, documents=files(*sent))

    def describe(self, *texts: str) -> Page:
        """Say what is on each photo, in order, and save."""
        self.open()
        described: dict[str, Any] = {
            f"alt_{photo.key}": text for photo, text in zip(self.photos, texts, strict=True)
        }
        return self.browser.submit(SAVE, **described)


def sender(app: Flask, status: VersionStatus = VersionStatus.DRAFT, **content: Any) -> Sender:
    """Return a provider with a workplace of this status."""
    browser, (public_id,) = provider_with(app, status, **content)
    return Sender(app, browser, public_id)


def publish(app: Flask, provider: Sender) -> None:
    """Let the provider hand in what they have, and a moderator approve it."""
    with database_of(app).writing() as session:
        workplace = session.query(Workplace).filter_by(public_id=provider.public_id).one()
        lock = workplace.latest_version.lock
        submission.submit(session, workplace, expected_lock=lock, actor=PROVIDER, now=clock.now())
    approve(app, provider)


def approve(app: Flask, provider: Sender) -> None:
    """Let a moderator approve what was handed in."""
    with database_of(app).writing() as session:
        workplace = session.query(Workplace).filter_by(public_id=provider.public_id).one()
        version = workplace.latest_version
        publication.approve(
            session, version, expected_lock=version.lock, actor=SYSTEM, now=clock.now()
        )


def uploads_of(app: Flask) -> Uploads:
    """Return where files come in."""
    return ports_of(app).uploads


def ports_of(app: Flask) -> Ports:
    """Return what the site under test works with."""
    return cast("Ports", app.extensions["webapp"])


def kept_keys(app: Flask) -> set[str]:
    """Return the keys under which anything is kept."""
    return {key for key, _ in uploads_of(app).storage.kept()}


def fetched(browser: PageClient, path: str, status: int = 200) -> TestResponse:
    """Return the answer to asking for a file."""
    response = browser.raw(path)
    assert response.status_code == status, f"{path}: {response.status_code}"
    response.get_data()
    response.close()
    return response


def image_of(response: TestResponse) -> Image.Image:
    """Return the photo that was answered with, whole."""
    image = Image.open(BytesIO(response.get_data()))
    image.load()
    return image


def with_uploads(app: Flask, **ports: Any) -> None:
    """Let the site keep files or look through them by another adapter from now on."""
    old = ports_of(app)
    app.extensions["webapp"] = replace(old, uploads=replace(old.uploads, **ports))

"""The worker takes away what nothing refers to, and never anything else."""

import os
from datetime import timedelta
from io import BytesIO

import pytest
from sqlalchemy import delete

from tests.support.logos import logo_file, member_of_public_organisation
from tests.support.media import KEY, kept_keys, ports_of, publish, sender, uploads_of
from tests.support.people import database_of
from tests.support.pictures import document, photo
from webapp.cli.jobs import jobs_of
from webapp.core import clock
from webapp.media.orphans import Orphans
from webapp.media.storage import new_key
from webapp.organisations.models import Organisation, OrganisationLogo
from webapp.workplaces.media import Photo
from webapp.workplaces.models import Workplace
from webapp.workplaces.removals.models import Removal


def _folder(app):
    return ports_of(app).settings.media_dir


def make_old(app, *, days=2):
    """Let everything that is kept have been kept for some days."""
    moment = (clock.now() - timedelta(days=days)).timestamp()
    for folder in _folder(app).glob("*/*"):
        os.utime(folder, (moment, moment))


@pytest.fixture
def look(app, settings):
    """Let the worker look for unused files once; its memory lasts for the whole test."""
    jobs = {job.name: job for job in jobs_of(settings, database_of(app))}
    return jobs["unused files"].work


def send_both(provider):
    provider.send(("een.jpg", photo()))
    provider.send_documents(("een.pdf", document()))
    return {provider.photos[0].key, provider.content.documents[0].key}


def test_what_nothing_refers_to_goes_at_the_second_look(app, provider, look):
    used = send_both(provider)
    lost = uploads_of(app).take_document(BytesIO(document()))[0]
    make_old(app)
    look()
    assert kept_keys(app) == used | {lost}
    look()
    assert kept_keys(app) == used
    look()
    assert kept_keys(app) == used


def test_what_was_taken_away_by_its_provider_goes_and_what_visitors_see_stays(app, look):
    provider = sender(app)
    seen = send_both(provider)
    provider.describe("Een kas.")
    publish(app, provider)
    provider.send(("twee.jpg", photo()))
    new = provider.photos[1].key
    for _ in range(2):
        provider.open()
        provider.browser.submit("Haal weg foto 1")
    provider.open()
    provider.browser.submit("Haal weg document 1")
    assert provider.photos == ()
    make_old(app)
    look()
    look()
    assert kept_keys(app) == seen
    assert new not in seen


def test_a_fresh_file_stays_for_a_day_whatever_refers_to_it(app, look):
    fresh = uploads_of(app).take_photo(BytesIO(photo()))[0]
    for _ in range(3):
        look()
    assert kept_keys(app) == {fresh}
    make_old(app, days=1)
    look()
    look()
    assert kept_keys(app) == set()


@pytest.mark.usefixtures("provider")
def test_what_came_into_use_between_two_looks_stays(app, look):
    key, width, height = uploads_of(app).take_photo(BytesIO(photo()))
    make_old(app)
    look()
    with database_of(app).writing() as session:
        version = session.query(Workplace).one().latest_version
        version.content = version.content.changed(photos=(Photo(key, width, height),))
    look()
    look()
    assert kept_keys(app) == {key}


def test_files_of_a_workplace_that_is_erased_go(app, provider, look):
    send_both(provider)
    make_old(app)
    with database_of(app).writing() as session:
        session.query(Removal).delete()
        session.delete(session.query(Workplace).one())
    look()
    look()
    assert kept_keys(app) == set()


def test_logos_stay_until_they_are_replaced_or_their_organisation_is_erased(app, look):
    member = member_of_public_organisation(app)
    member.send("een.png", logo_file())
    first = member.key
    member.send("twee.png", logo_file())
    make_old(app)
    look()
    assert kept_keys(app) == {first, member.key}
    look()
    assert kept_keys(app) == {member.key}
    with database_of(app).writing() as session:
        for workplace in session.query(Workplace):
            session.delete(workplace)
        session.flush()
        session.execute(delete(Organisation))
    with database_of(app).reading() as session:
        assert session.query(OrganisationLogo).count() == 0
    look()
    look()
    assert kept_keys(app) == set()


def test_what_is_not_ours_is_never_touched(app, look):
    folder = _folder(app)
    for name in ("re/reservekopie", f"xx/{KEY}", "be/bewaard.tar", f"{KEY[:2]}/{KEY}x"):
        (folder / name).mkdir(parents=True)
    (folder / "leesmij.txt").write_text("niet weggooien", encoding="utf-8")
    before = sorted(folder.rglob("*"))
    make_old(app)
    for _ in range(3):
        look()
    assert sorted(folder.rglob("*")) == before


def test_a_database_that_fails_makes_nothing_unused(app, settings, monkeypatch):
    uploads_of(app).take_photo(BytesIO(photo()))
    make_old(app)
    database = database_of(app)
    jobs = {job.name: job for job in jobs_of(settings, database)}
    jobs["unused files"].work()
    monkeypatch.setattr("webapp.cli.jobs.keys_in_use", _fail)
    with pytest.raises(OSError, match="away"):
        jobs["unused files"].work()
    assert len(kept_keys(app)) == 1


def _fail(_session):
    message = "away"
    raise OSError(message)


def test_a_look_tells_how_many_went(app):
    uploads_of(app).take_photo(BytesIO(photo()))
    make_old(app)
    orphans = Orphans(uploads_of(app).storage)
    assert [orphans.remove({new_key()}, now=clock.now()) for _ in range(3)] == [0, 1, 0]

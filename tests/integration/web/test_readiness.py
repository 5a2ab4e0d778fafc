"""Whether the site can do its work, as told to what watches over it."""

from webapp.cli.jobs import jobs_of
from webapp.core import clock
from webapp.core.heartbeat import beat
from webapp.core.worker import NAME


def test_the_site_is_ready_when_database_index_and_worker_are_well(visitor, database, settings):
    response = visitor.raw("/readyz")
    assert response.status_code == 503
    assert response.json["index"] == response.json["worker"] == "not ok"
    for job in jobs_of(settings, database):
        job.work()
    with database.writing() as session:
        beat(session, NAME, now=clock.now())
    response = visitor.raw("/readyz")
    assert response.status_code == 200
    assert set(response.json.values()) == {"ok"}

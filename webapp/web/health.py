"""Whether the process lives, and whether it can do its work."""

from flask import Blueprint, Response, jsonify
from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from webapp.core import clock, heartbeat, migrations
from webapp.web.ports import ports

blueprint = Blueprint("health", __name__)
WORKER = "worker"


@blueprint.get("/healthz")
def process() -> Response:
    """Answer as long as the process lives."""
    return jsonify(status="ok")


@blueprint.get("/readyz")
def readiness() -> tuple[Response, int]:
    """Answer 200 when database, index, worker and standby are well, else 503; say which is not."""
    database = ports().database
    checks = {"database": _is_well(database.engine)}
    checks["worker"] = checks["database"] and _sees_worker(database.engine)
    checks["index"] = _index_is_well()
    if database.replica:
        # It is behind when it does not see a worker that is there.
        checks["replica"] = _is_well(database.replica) and (
            not checks["worker"] or _sees_worker(database.replica)
        )
    is_ready = all(checks.values())
    words = {name: "ok" if is_well else "not ok" for name, is_well in checks.items()}
    return jsonify(status="ok" if is_ready else "not ok", **words), 200 if is_ready else 503


def _is_well(engine: Engine) -> bool:
    try:
        return migrations.current(engine) == migrations.head()
    except SQLAlchemyError:
        return False


def _index_is_well() -> bool:
    try:
        with ports().database.reading() as session:
            return ports().search_engine.within(session).health().is_ready
    except SQLAlchemyError:  # an index in the database is away with it
        return False


def _sees_worker(engine: Engine) -> bool:
    with Session(engine) as session:
        return heartbeat.is_alive(session, WORKER, now=clock.now())

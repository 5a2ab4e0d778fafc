"""Whether the process lives, and whether it can do its work."""

from flask import Blueprint, Response, jsonify
from sqlalchemy.exc import SQLAlchemyError

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
    """Answer 200 when database, index and worker are well, else 503; say which is not."""
    checks = {"database": _database_is_well()}
    checks["worker"] = checks["database"] and _worker_is_well()
    checks["index"] = ports().search_engine.health().is_ready
    is_ready = all(checks.values())
    words = {name: "ok" if is_well else "not ok" for name, is_well in checks.items()}
    return jsonify(status="ok" if is_ready else "not ok", **words), 200 if is_ready else 503


def _database_is_well() -> bool:
    try:
        return migrations.current(ports().database.engine) == migrations.head()
    except SQLAlchemyError:
        return False


def _worker_is_well() -> bool:
    with ports().database.reading() as session:
        return heartbeat.is_alive(session, WORKER, now=clock.now())

"""A PostgreSQL primary and a standby that follows it: real servers, of the test's own."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine, text

from tests.support.mails import free_port
from tests.support.waiting import until

_PATIENCE = 60
# PostgreSQL refuses to run as root; Debian's package makes this user.
_USER = "postgres"


def binaries() -> Path | None:
    """Return the folder of Debian's newest PostgreSQL server, None when there is none."""
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    return max(
        (each.parent for each in found), key=lambda each: int(each.parent.name), default=None
    )


@dataclass
class Server:
    """One PostgreSQL server; `name` is that of its folder in `folder`."""

    name: str
    folder: Path
    port: int

    @property
    def data(self) -> Path:
        """The folder of its data."""
        return self.folder / self.name

    @property
    def url(self) -> str:
        """The address of its database, in SQLAlchemy's words."""
        return f"postgresql+psycopg://{_USER}@127.0.0.1:{self.port}/postgres"

    def configure(self, **values: str) -> None:
        """Set what it reads when it starts; the last word counts."""
        with (self.data / "postgresql.conf").open("a", encoding="ascii") as file:
            file.writelines(f"{name} = '{value}'\n" for name, value in values.items())

    def start(self) -> None:
        """Start it, and wait until it takes connections."""
        log = self.folder / f"{self.name}.log"
        _run("pg_ctl", "start", "--wait", f"--pgdata={self.data}", f"--log={log}")

    def promote(self) -> None:
        """Make it the primary."""
        _run("pg_ctl", "promote", "--wait", f"--pgdata={self.data}")

    def kill(self) -> None:
        """End it as a loss of power would: without a word to anybody."""
        pid_file = self.data / "postmaster.pid"
        os.kill(int(pid_file.read_text(encoding="ascii").splitlines()[0]), signal.SIGKILL)
        # Its number may be another process's by the time that we clean up.
        pid_file.unlink()

    def stop(self) -> None:
        """End it, if it lives, and wait for that."""
        if (self.data / "postmaster.pid").exists():
            _run("pg_ctl", "stop", "--mode=immediate", f"--pgdata={self.data}", check=False)

    def ask(self, statement: str) -> object:
        """Return the first value that a statement answers, or None."""
        engine = create_engine(self.url, isolation_level="AUTOCOMMIT")
        try:
            with engine.connect() as connection:
                answer = connection.execute(text(statement))
                return answer.scalar() if answer.returns_rows else None
        finally:
            engine.dispose()


@dataclass
class Pair:
    """A primary and a standby that follows it."""

    primary: Server
    standby: Server

    @property
    def url(self) -> str:
        """The address of whichever of the two can be written to."""
        hosts = "&".join(f"host=127.0.0.1:{each.port}" for each in (self.primary, self.standby))
        return f"postgresql+psycopg://{_USER}@/postgres?{hosts}&target_session_attrs=read-write"

    def wait_for_each_other(self) -> None:
        """From now on let every commit wait until the standby shows it."""
        self.primary.ask("ALTER SYSTEM SET synchronous_commit = 'remote_apply'")
        self.primary.ask("ALTER SYSTEM SET synchronous_standby_names = '*'")
        self.primary.ask("SELECT pg_reload_conf()")
        # A server process may take a moment to read it.
        until(lambda: self.primary.ask("SHOW synchronous_standby_names") == "*", "reloading")
        is_synchronous = "SELECT bool_or(sync_state = 'sync') FROM pg_stat_replication"
        until(lambda: self.primary.ask(is_synchronous) is True, "synchronous replication")

    def catch_up(self) -> None:
        """Wait until the standby shows all that the primary has saved."""
        position = self.primary.ask("SELECT pg_current_wal_lsn()")
        reached = f"SELECT pg_last_wal_replay_lsn() >= '{position}'"
        until(lambda: self.standby.ask(reached) is True, "catching up")


@contextmanager
def replicated() -> Iterator[Pair]:
    """Run a primary with an empty database and a standby of it; end both and remove their data."""
    folder = Path(tempfile.mkdtemp(prefix="replicated-"))
    with ExitStack() as endings:
        endings.callback(shutil.rmtree, folder)
        if os.geteuid() == 0:
            shutil.chown(folder, _USER)
        pair = Pair(*(Server(name, folder, free_port()) for name in ("primary", "standby")))
        for each in (pair.primary, pair.standby):
            endings.callback(each.stop)
        _run("initdb", f"--pgdata={pair.primary.data}", f"--username={_USER}", "--auth=trust")
        pair.primary.configure(
            port=str(pair.primary.port),
            listen_addresses="127.0.0.1",
            unix_socket_directories="",
            fsync="off",
        )
        pair.primary.start()
        where = ("--host=127.0.0.1", f"--port={pair.primary.port}", f"--username={_USER}")
        copying = ("--write-recovery-conf", "--checkpoint=fast", f"--pgdata={pair.standby.data}")
        _run("pg_basebackup", *where, *copying)
        pair.standby.configure(port=str(pair.standby.port))
        pair.standby.start()
        yield pair


def _run(program: str, *arguments: str, check: bool = True) -> None:
    """Run a program of the server, as a user that it accepts."""
    folder = binaries()
    assert folder
    command = [str(folder / program), *arguments]
    if os.geteuid() == 0:
        command = ["/usr/sbin/runuser", "-u", _USER, "--", *command]
    # Not pipes: the server that pg_ctl starts would keep them open.
    subprocess.run(command, cwd="/", check=check, stdout=subprocess.DEVNULL, timeout=_PATIENCE)

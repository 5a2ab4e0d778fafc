"""Running `webapp …` in a test: in this process, or in one of its own."""

import os
import subprocess
import sys
from pathlib import Path

from click.testing import CliRunner, Result

from tests.support.databases import SECRET_KEY
from webapp.cli import main


class CommandLine:
    """The command line of an installation with one database and one data folder."""

    def __init__(self, database_url: str, folder: Path) -> None:
        self.environment = {
            "DATABASE_URL": database_url,
            "DATA_DIR": str(folder / "data"),
            "SECRET_KEY": SECRET_KEY,
        }

    def run(self, *arguments: object, typed: str = "", **environment: str) -> Result:
        """Run a command in this process; an error that is not the user's comes out."""
        result = CliRunner().invoke(
            main,
            [str(argument) for argument in arguments],
            input=typed,
            env=self.environment | environment,
        )
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def run_apart(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        """Run a command in a process of its own."""
        return self.run_python("-m", "webapp", *arguments)

    def run_python(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        """Run Python in the environment of this installation, with the umask that a shell has."""
        return subprocess.run(
            [sys.executable, *map(str, arguments)],
            umask=0o022,
            env=os.environ | self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

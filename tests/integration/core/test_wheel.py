"""The wheel holds everything that the site needs to run."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
_ASK = """
from pathlib import Path
import webapp
from webapp.app import create_app
from webapp.core import migrations, resources
app = create_app()
page = app.test_client().get("/healthz")
assert page.status_code == 200
assert app.jinja_env.get_template("layouts/base.html")
assert migrations.head()
assert resources.folder("static").is_dir()
print(Path(webapp.__file__).parent)
"""


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = folder.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def test_the_site_runs_from_a_wheel_far_from_the_checkout(unpacked, tmp_path):
    answer = subprocess.run(
        [sys.executable, "-c", _ASK],
        cwd=tmp_path,
        env={"PYTHONPATH": str(unpacked), "DATA_DIR": str(tmp_path), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    assert answer.stdout.strip() == str(unpacked / "webapp")

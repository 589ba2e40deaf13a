"""The package as notebooks meet it. TUMEN_BUILD names the build tree in which it lies; build is taken where it
does not. With TUMEN_PACKAGE=installed it is the one that the interpreter has: the wheel, in BUILD/venv.

By hand: build/venv/bin/python -m pytest tests/python, after `make venv`."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests/support/python"))
from small_city import HAND_IN_DRIVE, small_city  # noqa: E402

BUILD = Path(os.environ.get("TUMEN_BUILD", ROOT / "build")).resolve()
PROGRAM = Path(os.environ.get("TUMEN", BUILD / "tumen")).resolve()
INSTALLED = os.environ.get("TUMEN_PACKAGE") == "installed"
PACKAGE = Path(importlib.util.find_spec("tumen").origin).parent.parent if INSTALLED else BUILD / "python"
os.environ.setdefault("MPLBACKEND", "Agg")
if not INSTALLED:
    sys.path.insert(0, str(PACKAGE))

# Small enough to play in a moment, with two cities and everything that a figure marks.
SMALL = (small_city("small", "Two small cities", residents=12000)
         + '\n[[city]]\nname = "hoeryong"\nlabel = "Hoeryong"\nresidents = 8000\n'
         + HAND_IN_DRIVE + "\n[[meeting]]\non = 2020-09-10\n")


@pytest.fixture(scope="session")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("python")
    (folder / "small.toml").write_text(SMALL)
    return folder


@pytest.fixture(scope="session")
def small(folder):
    return str(folder / "small.toml")


@pytest.fixture(scope="session")
def results(small):
    import tumen
    return tumen.run(small, replicates=6, seed=3, luck_only=True)


@pytest.fixture
def program(tmp_path):
    """The command line, in a folder of its own."""
    assert PROGRAM.is_file(), f"{PROGRAM} is not built"

    def call(*words, code=0, timeout=120):
        done = subprocess.run([str(PROGRAM), *map(str, words)], cwd=tmp_path, capture_output=True, text=True,
                              timeout=timeout)
        assert done.returncode == code, done.stderr
        return done
    return call


@pytest.fixture
def python():
    """A Python of its own with the package on its path."""
    def start(text, *more):
        environment = {**os.environ, "PYTHONPATH": str(PACKAGE)}
        return subprocess.Popen([sys.executable, "-c", text, *map(str, more)], env=environment, text=True,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    return start


@pytest.fixture
def small_places(tmp_path):
    """Three small scenarios, and one of which reports are foretold, in the folder of the command line."""
    from face_rows import CALM, DRIVE, MINE, TOLD_EARLIER
    foretold = ROOT / "tests/support/hindcast"
    for name, text in {"calm": CALM, "drive": DRIVE, "mine": MINE, "history": (foretold / "history.toml").read_text(),
                       "targets": (foretold / "reading.toml").read_text() + TOLD_EARLIER}.items():
        (tmp_path / f"{name}.toml").write_text(text)


@pytest.fixture
def faces(tmp_path, program, small_places):
    """Plays in small scenarios, each read by all faces."""
    from face_rows import Faces
    return lambda *words: Faces(tmp_path, program, *words)


@pytest.fixture(scope="session")
def kinds():
    """What the program says that each kind of result holds."""
    answer = subprocess.run([PROGRAM, "info", "results", "--json"], stdout=subprocess.PIPE, text=True, check=True)
    return {kind["name"]: kind for kind in json.loads(answer.stdout)["results"]}

"""The program as its users meet it: started from a folder of its own, judged by what it prints, writes and
ends with. TUMEN names the binary; build/tumen is taken where it does not."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = Path(os.environ.get("TUMEN", ROOT / "build/tumen")).resolve()

DONE, FAILED, USAGE, INVALID, SOME_FAILED, DIFFERENCE, INTERRUPTED, SAMPLE = range(8)

sys.path.insert(0, str(ROOT / "tests/support/python"))
from small_city import HAND_IN_DRIVE, small_city  # noqa: E402

# Small enough to play in a moment, with everything in it; and the same without its drive.
SMALL = small_city("small") + HAND_IN_DRIVE
CALM = small_city("calm")


class Tumen:
    def __init__(self, folder):
        self.folder = folder

    def command(self, *words):
        return [str(PROGRAM), *map(str, words)]

    def __call__(self, *words, code=DONE, **more):
        environment = {**os.environ, "TERM": "xterm", **more.pop("environment", {})}
        environment.pop("NO_COLOR", None)
        result = subprocess.run(self.command(*words), cwd=self.folder, capture_output=True, text=True,
                                timeout=120, env=environment, **more)
        assert result.returncode == code, f"{words}: {result.returncode}\n{result.stdout}{result.stderr}"
        return result

    def files(self):
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file())


@pytest.fixture
def tumen(tmp_path):
    assert PROGRAM.is_file(), f"{PROGRAM} is not built"
    return Tumen(tmp_path)


@pytest.fixture
def small(tumen):
    (tumen.folder / "small.toml").write_text(SMALL)
    return "small.toml"

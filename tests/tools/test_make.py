"""The Makefile in a folder whose name has a space."""

import os
import shlex
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def told(folder, target):
    """The words of every command that make would carry out."""
    environment = {key: value for key, value in os.environ.items() if key not in ("MAKEFLAGS", "MFLAGS", "MAKELEVEL")}
    made = subprocess.run(["make", "-n", "-B", target, "BUILD=build"], cwd=folder, capture_output=True, text=True, env=environment)
    assert made.returncode == 0, made.stderr
    return [words for line in made.stdout.replace("\\\n", " ").splitlines() for words in [shlex.split(line, comments=True)] if words]


@pytest.mark.parametrize("target", ["build", "wasm"])
def test_paths_with_a_space_stay_one_word(tmp_path, target):
    folder = tmp_path / "sp ace"
    folder.mkdir()
    for path in ROOT.iterdir():
        if path.name not in (".git", "build"):
            (folder / path.name).symlink_to(path)
    commands = told(folder, target)
    assert commands
    for words in commands:
        for word in words:
            assert not word.endswith("/sp"), f"a path ends at its space: {words}"

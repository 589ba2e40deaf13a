"""Nothing finished is lost: kills, signals, two programs on one file."""

import contextlib
import random
import signal
import sqlite3
import subprocess
import time

import pytest
from conftest import DONE, FAILED, INTERRUPTED

# Long enough to be met in the middle on a fast machine, short enough to be played again on a slow one.
COUNT = 120
YEARS = ["run", "--luck-only", "hyesan-yearly", "--set", "residents=10000", "--threads", "2", "--replicates"]
LONG = [*YEARS, str(COUNT)]
LONGER = [*YEARS, "5000"]


def start(tumen, *more, words=LONG):
    return subprocess.Popen(tumen.command(*words, *more), cwd=tumen.folder, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def wait_for_file(tumen, name):
    path = tumen.folder / name
    for _ in range(500):
        if path.exists():
            return
        time.sleep(0.01)
    raise AssertionError(f"{name} did not appear")


def wait_for_replicates(tumen, name, process):
    """Waits until some are stored and the run still goes on: a moment of the run, not of the clock."""
    wait_for_file(tumen, name)
    while process.poll() is None:
        if stored_in(tumen, name) > 0:
            return
        time.sleep(0.01)
    raise AssertionError(f"the run ended before anybody saw a replicate in {name}")


def stored_in(tumen, name):
    with contextlib.closing(sqlite3.connect(tumen.folder / name, timeout=10)) as results:
        return results.execute("select count(*) from replicate").fetchone()[0]


@pytest.fixture(scope="module")
def straight(tmp_path_factory):
    from conftest import Tumen
    tumen = Tumen(tmp_path_factory.mktemp("straight"))
    tumen(*LONG, "--out", "straight.sqlite")
    return tumen.folder / "straight.sqlite"


@pytest.mark.parametrize("moment", range(4))
def test_killed_and_resumed_equals_the_uninterrupted(tumen, straight, moment):
    chance = random.Random(moment)
    process = start(tumen, "--out", "killed.sqlite")
    wait_for_file(tumen, "killed.sqlite")
    time.sleep(chance.uniform(0.05, 1.5))
    process.kill()
    process.communicate()
    tumen(*LONG, "--out", "killed.sqlite", "--resume")
    assert f"{COUNT} of {COUNT}" in tumen("verify", "killed.sqlite", straight).stdout
    assert [name for name in tumen.files() if name.startswith("killed.sqlite")] == ["killed.sqlite"]


@pytest.mark.parametrize("which", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGXCPU])
def test_a_signal_saves_and_says_how_to_go_on(tumen, straight, which):
    process = start(tumen, "--out", "stopped.sqlite")
    wait_for_replicates(tumen, "stopped.sqlite", process)
    process.send_signal(which)
    _, said = process.communicate(timeout=300)
    assert process.returncode == INTERRUPTED
    assert "Interrupted" in said
    command = said.strip().splitlines()[-1].strip()
    assert command.endswith("--resume") and f"--replicates {COUNT}" in command
    stored = stored_in(tumen, "stopped.sqlite")
    assert 0 < stored < COUNT
    assert f"{stored} of {COUNT}" in said
    resumed = subprocess.run(command, shell=True, cwd=tumen.folder, capture_output=True, text=True, timeout=300)
    assert resumed.returncode == DONE, resumed.stderr
    assert f"{COUNT} of {COUNT}" in tumen("verify", "stopped.sqlite", straight).stdout


def test_a_second_signal_stops_at_once(tumen):
    process = start(tumen, "--out", "stopped.sqlite", words=LONGER)
    wait_for_file(tumen, "stopped.sqlite")
    time.sleep(0.3)
    begun = time.monotonic()
    process.send_signal(signal.SIGINT)
    time.sleep(0.02)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == INTERRUPTED
    assert time.monotonic() - begun < 10


def test_two_programs_on_one_file(tumen):
    first = start(tumen, "--out", "shared.sqlite")
    wait_for_file(tumen, "shared.sqlite")
    time.sleep(0.3)
    for how in ([], ["--resume"], ["--force"]):
        said = tumen(*LONG, "--out", "shared.sqlite", *how, code=FAILED).stderr
        assert "shared.sqlite" in said
    assert first.wait(timeout=300) == DONE
    assert f"{COUNT} of {COUNT}" in tumen("verify", "shared.sqlite", "--replicates", str(COUNT)).stdout

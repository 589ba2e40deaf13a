"""Nothing finished is lost: kills, signals, two programs on one file."""

import contextlib
import importlib.machinery
import importlib.util
import random
import signal
import sqlite3
import struct
import subprocess
import time

import pytest
from conftest import DONE, FAILED, INTERRUPTED, ROOT

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


@pytest.mark.parametrize("moment", range(2))
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


def test_killed_while_the_file_is_made_it_is_begun_anew(tumen, small):
    """What is left then, in the middle of the first transaction: pages of a draft, and a journal by which there were none."""
    words = ["run", "--luck-only", small, "--replicates", "2", "--out", "killed.sqlite"]
    tumen(*words)
    (tumen.folder / "killed.html").unlink()
    (tumen.folder / "killed.sqlite").rename(tumen.folder / "killed.sqlite.new")
    records, nonce, pages, sector, page = 0, 1, 0, 512, 4096
    header = bytes.fromhex("d9d505f920a163d7") + struct.pack(">5I", records, nonce, pages, sector, page)
    (tumen.folder / "killed.sqlite.new-journal").write_bytes(header.ljust(sector, b"\0"))
    tumen(*words, "--resume")
    assert tumen.files() == ["killed.html", "killed.sqlite", "small.toml"]
    assert stored_in(tumen, "killed.sqlite") == 2


def test_what_the_nightly_compares_is_the_same_of_a_run_that_went_on(tumen, small):
    """The nightly kills such runs (tests/faults/kills); who played which part is told by the row that it leaves out."""
    loader = importlib.machinery.SourceFileLoader("kills", str(ROOT / "tests/faults/kills"))
    kills = importlib.util.module_from_spec(importlib.util.spec_from_loader("kills", loader))
    loader.exec_module(kills)
    words = ["run", "--luck-only", small, "--replicates"]
    tumen(*words, "4", "--out", "straight.sqlite")
    tumen(*words, "2", "--out", "parts.sqlite")
    assert kills.contents(tumen.folder / "parts.sqlite") != kills.contents(tumen.folder / "straight.sqlite")
    tumen(*words, "4", "--out", "parts.sqlite", "--resume")
    assert kills.contents(tumen.folder / "parts.sqlite") == kills.contents(tumen.folder / "straight.sqlite")


def stopped_by(tumen, which):
    """The command that a run says it is gone on with, once a signal has stopped it in its middle."""
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
    return command


@pytest.mark.parametrize("which", [signal.SIGTERM, signal.SIGHUP, signal.SIGXCPU])
def test_every_signal_that_ends_programs_saves_and_says_how_to_go_on(tumen, which):
    stopped_by(tumen, which)


def test_what_it_says_goes_on_to_the_uninterrupted(tumen, straight):
    command = stopped_by(tumen, signal.SIGINT)
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

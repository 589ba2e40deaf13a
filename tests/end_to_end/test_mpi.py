"""The same commands under mpirun: one rank writes, the others play. Built beside the program where Open MPI is."""

import fcntl
import os
import shutil
import signal
import socket
import sqlite3
import struct
import subprocess
import time
from pathlib import Path

import pytest
from conftest import INTERRUPTED, PROGRAM, Tumen

BUILD = Path(os.environ.get("TUMEN_BUILD", PROGRAM.parent))
UNDER_MPI = BUILD / "tumen-mpi"
pytestmark = pytest.mark.skipif(not UNDER_MPI.is_file() or not shutil.which("mpirun"),
                                reason="Open MPI is not installed")

SWEEP = ["sweep", "small.toml", "--vary", "fee_base=20 %..40 %:3", "--replicates", "4", "--keep-days"]
LONG = ["sweep", "hyesan-yearly", "--vary", "fee_base=20 %..40 %:4", "--replicates", "15"]
COUNT = 60


def raise_loopback():
    """mpirun speaks to its ranks over the loopback interface, which is down in a network namespace of one's own."""
    read_flags, set_flags, is_up = 0x8913, 0x8914, 1
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        request = struct.pack("16sH14x", b"lo", 0)
        flags = struct.unpack("16sH14x", fcntl.ioctl(any_socket, read_flags, request))[1]
        if not flags & is_up:
            fcntl.ioctl(any_socket, set_flags, struct.pack("16sH14x", b"lo", flags | is_up))


def words(ranks, *more):
    as_root = ["--allow-run-as-root"] if os.geteuid() == 0 else []
    return ["mpirun", *as_root, "--oversubscribe", "-n", str(ranks), str(UNDER_MPI), *more, "--threads", "1"]


@pytest.fixture(autouse=True)
def loopback():
    raise_loopback()


def play(tumen, ranks, *more):
    return subprocess.run(words(ranks, *more), cwd=tumen.folder, capture_output=True, text=True, timeout=120)


def daily(path, other):
    """How many daily rows each of two files has that the other has not."""
    with sqlite3.connect(path) as results:
        results.execute("ATTACH ? AS other", (str(other),))
        return [results.execute(f"SELECT count(*) FROM (SELECT * FROM {one}.daily EXCEPT SELECT * FROM {two}.daily)"
                                ).fetchone()[0] for one, two in (("main", "other"), ("other", "main"))]


@pytest.mark.parametrize("ranks", [1, 2, 4])
def test_any_number_of_ranks_gives_the_rows_of_one_process(tumen, small, ranks):
    tumen(*SWEEP, "--out", "one.sqlite")
    said = play(tumen, ranks, *SWEEP, "--out", "ranks.sqlite")
    assert said.returncode == 0, said.stderr
    assert "3 points with 4 replicates" in said.stdout
    assert "12 of 12 replicates are equal" in tumen("verify", "one.sqlite", "ranks.sqlite").stdout
    assert daily(tumen.folder / "one.sqlite", tumen.folder / "ranks.sqlite") == [0, 0]
    with sqlite3.connect(tumen.folder / "ranks.sqlite") as results:
        assert results.execute("SELECT count(*) FROM daily").fetchone()[0] == 12 * 60
    assert "ranks.html" in tumen.files() and "ranks.sqlite-wal" not in tumen.files()


def test_a_comparison_and_a_rule_for_stopping_work_too(tumen, small):
    rule = ["run", small, "--until", "half-width=6%@calling_eve"]
    tumen(*rule, "--out", "one.sqlite")
    assert play(tumen, 3, *rule, "--out", "ranks.sqlite").returncode == 0
    assert "are equal in every row" in tumen("verify", "one.sqlite", "ranks.sqlite").stdout


@pytest.fixture(scope="module")
def straight(tmp_path_factory):
    tumen = Tumen(tmp_path_factory.mktemp("straight"))
    tumen(*LONG, "--out", "straight.sqlite")
    return tumen.folder / "straight.sqlite"


def started(tumen, *more):
    """A job of three ranks that has stored some replicates, and the processes of its ranks."""
    job = subprocess.Popen(words(3, *LONG, "--out", "job.sqlite", *more), cwd=tumen.folder, text=True,
                           stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    log = tumen.folder / "job.sqlite-wal"
    for _ in range(6000):
        if log.exists() and log.stat().st_size > 100_000:
            break
        time.sleep(0.005)
    children = Path(f"/proc/{job.pid}/task/{job.pid}/children").read_text().split()
    return job, [int(child) for child in children]


def complete(tumen, straight):
    assert play(tumen, 2, *LONG, "--out", "job.sqlite", "--resume").returncode == 0
    assert f"{COUNT} of {COUNT} replicates are equal" in tumen("verify", "job.sqlite", straight).stdout


def test_a_killed_rank_ends_the_job_and_nothing_finished_is_lost(tumen, straight):
    job, ranks = started(tumen)
    assert len(ranks) == 3
    os.kill(ranks[-1], signal.SIGKILL)
    job.communicate(timeout=60)
    assert job.returncode != 0
    copies = tumen.folder / "copies"
    copies.mkdir()
    for path in tumen.folder.glob("job.sqlite*"):
        shutil.copy(path, copies)
    query = "SELECT point, replicate, seconds FROM replicate"
    with sqlite3.connect(copies / "job.sqlite") as results:
        kept = set(results.execute(query))
    assert 0 < len(kept) < COUNT
    complete(tumen, straight)
    with sqlite3.connect(tumen.folder / "job.sqlite") as results:
        assert kept <= set(results.execute(query))  # clock columns too: none was played again


def test_the_signal_before_a_time_limit_saves_and_says_how_to_go_on(tumen, straight):
    job, _ = started(tumen)
    job.send_signal(signal.SIGUSR1)  # which mpirun hands to all ranks
    _, said = job.communicate(timeout=60)
    assert job.returncode == INTERRUPTED, said
    assert f"of {COUNT} replicates are saved in job.sqlite" in said and "--resume" in said
    complete(tumen, straight)

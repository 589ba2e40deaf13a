"""The same commands under mpirun: one rank writes, the others play. Built beside the program where Open MPI is."""

import fcntl
import json
import os
import shutil
import signal
import socket
import sqlite3
import struct
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest
from conftest import DONE, INTERRUPTED, PROGRAM, SOME_FAILED, Tumen
from stored_rows import rows_of_calibration

BUILD = Path(os.environ.get("TUMEN_BUILD", PROGRAM.parent))
UNDER_MPI = BUILD / "tumen-mpi"
pytestmark = pytest.mark.skipif(not UNDER_MPI.is_file() or not shutil.which("mpirun"),
                                reason="Open MPI is not installed")

SWEEP = ["sweep", "small.toml", "--vary", "fee_base=20 %..40 %:3", "--replicates", "4", "--keep-days"]
LONG = ["sweep", "hyesan-handin", "--vary", "fee_base=20 %..40 %:4", "--replicates", "50"]
COUNT = 200
CITY = ["calibrate", "hyesan-calm", "--set", "residents=10000"]
SMALL_ONES = ["--particles", "12", "--generations", "3", "--predictive", "8"]
CALIBRATE = [*CITY, "--vary", "detection", "--vary", "fee_base", *SMALL_ONES, "--replicates", "1"]
# The smallest watch unit must not be larger than the largest, so that half of the proposals cannot be played.
FAILING = [*CITY, "--vary", "detection", "--vary", "unit_households_min=20..40", "--set", "unit_households_max=30",
           "--beyond-evidence", *SMALL_ONES]
LONG_CALIBRATE = [*CITY, "--vary", "detection", "--vary", "fee_base", "--particles", "60", "--generations", "3",
                  "--predictive", "10"]


def raise_loopback():
    """mpirun speaks to its ranks over the loopback interface, which is down in a network namespace of one's own."""
    read_flags, set_flags, is_up = 0x8913, 0x8914, 1
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        request = struct.pack("16sH14x", b"lo", 0)
        flags = struct.unpack("16sH14x", fcntl.ioctl(any_socket, read_flags, request))[1]
        if not flags & is_up:
            fcntl.ioctl(any_socket, set_flags, struct.pack("16sH14x", b"lo", flags | is_up))


def words(ranks, *more, threads=1):
    as_root = ["--allow-run-as-root"] if os.geteuid() == 0 else []
    return ["mpirun", *as_root, "--oversubscribe", "-n", str(ranks), str(UNDER_MPI), *more, "--threads", str(threads)]


def said_of_itself(program):
    """Commit, compiler and model; parameters, rules, limits and the fields of results."""
    return [subprocess.run([program, *asked], capture_output=True, text=True, check=True).stdout.strip()
            for asked in (["--version"], ["info", "--json"])]


@pytest.fixture(scope="module", autouse=True)
def loopback():
    raise_loopback()


@pytest.fixture(scope="module", autouse=True)
def of_one_build(loopback):
    """Programs of two builds differ in rows for reasons that are none of MPI's: told before a row is compared."""
    one, under_mpi = said_of_itself(PROGRAM), said_of_itself(UNDER_MPI)
    assert under_mpi == one, (
        f"{UNDER_MPI} is of another build than {PROGRAM}: `{under_mpi[0]}` beside `{one[0]}`"
        f"{'' if under_mpi[1] == one[1] else ', and `info --json` differs'}. "
        f"Build both: cmake --build {BUILD} --target tumen tumen-mpi")


def play(tumen, ranks, *more, threads=1):
    return subprocess.run(words(ranks, *more, threads=threads), cwd=tumen.folder, capture_output=True, text=True, timeout=120)


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
    assert "same luck: 3; replicates of each: 4" in said.stdout
    assert "12 of 12 replicates are equal" in tumen("verify", "one.sqlite", "ranks.sqlite").stdout
    assert daily(tumen.folder / "one.sqlite", tumen.folder / "ranks.sqlite") == [0, 0]
    with sqlite3.connect(tumen.folder / "ranks.sqlite") as results:
        assert results.execute("SELECT count(*) FROM daily").fetchone()[0] == 12 * 60
    assert "ranks.html" in tumen.files() and "ranks.sqlite-journal" not in tumen.files()


def test_a_comparison_and_a_rule_for_stopping_work_too(tumen, small):
    rule = ["run", "--luck-only", small, "--until", "half-width=6%@calling_eve"]
    tumen(*rule, "--out", "one.sqlite")
    assert play(tumen, 3, *rule, "--out", "ranks.sqlite").returncode == 0
    assert "are equal in every row" in tumen("verify", "one.sqlite", "ranks.sqlite").stdout


@pytest.mark.parametrize("words, code", [(CALIBRATE, DONE), (FAILING, SOME_FAILED)], ids=["calibrate", "failing"])
def test_any_number_of_ranks_calibrates_to_the_rows_of_one_process(tumen, words, code):
    tumen(*words, "--threads", "1", "--out", "one.sqlite", code=code)
    alone = rows_of_calibration(tumen.folder / "one.sqlite")
    assert any("failed" in row for row in alone["particle"]) == (code == SOME_FAILED)
    for ranks in (1, 2, 4):
        said = play(tumen, ranks, *words, "--out", f"{ranks}.sqlite")
        assert said.returncode == code, said.stderr
        assert rows_of_calibration(tumen.folder / f"{ranks}.sqlite") == alone


def test_threads_of_a_rank_play_a_proposal_together(tumen):
    tumen(*CALIBRATE, "--threads", "1", "--out", "one.sqlite")
    said = play(tumen, 2, *CALIBRATE, "--out", "ranks.sqlite", threads=3)
    assert said.returncode == 0, said.stderr
    assert rows_of_calibration(tumen.folder / "ranks.sqlite") == rows_of_calibration(tumen.folder / "one.sqlite")


@pytest.mark.parametrize("words, count", [
    (["sensitivity", "small.toml", "--vary", "promise_breach", "--vary", "bribe_base", "--samples", "3",
      "--replicates", "2"], 3 * 3 * 2),
    (["check", "hyesan-calm", "--set", "residents=10000", "--replicates", "4"], 2 * 4),
], ids=["sensitivity", "check"])
def test_a_sensitivity_and_a_check_say_what_one_process_says(tumen, small, words, count):
    alone = json.loads(tumen(*words, "--out", "one.sqlite", "--json").stdout)
    for ranks in (1, 2, 4):
        path = f"{ranks}.sqlite"
        said = play(tumen, ranks, *words, "--out", path, "--json")
        assert said.returncode == 0, said.stderr
        found = json.loads(said.stdout.replace(f'"{ranks}.sqlite"', '"one.sqlite"')
                           .replace(f'"{ranks}.html"', '"one.html"'))
        assert found == alone
        assert f"{count} of {count} replicates are equal" in tumen("verify", "one.sqlite", path).stdout


@pytest.fixture(scope="module")
def straight(tmp_path_factory):
    tumen = Tumen(tmp_path_factory.mktemp("straight"))
    tumen(*LONG, "--out", "straight.sqlite")
    return tumen.folder / "straight.sqlite"


@pytest.fixture(scope="module")
def calibrated(tmp_path_factory):
    tumen = Tumen(tmp_path_factory.mktemp("calibrated"))
    tumen(*LONG_CALIBRATE, "--out", "straight.sqlite")
    return rows_of_calibration(tumen.folder / "straight.sqlite")


def stored(path, table):
    """How many rows a file has that is being written, as any reader sees it."""
    if not path.exists():
        return 0
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as results:
        return results.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def started(tumen, command):
    """A job of three ranks that has stored something, and the processes of its ranks."""
    job = subprocess.Popen(words(3, *command, "--out", "job.sqlite"), cwd=tumen.folder, text=True,
                           stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    table = "particle" if command[0] == "calibrate" else "replicate"
    for _ in range(6000):
        if stored(tumen.folder / "job.sqlite", table) > 0:
            break
        time.sleep(0.005)
    children = Path(f"/proc/{job.pid}/task/{job.pid}/children").read_text().split()
    return job, [int(child) for child in children]


def complete(tumen, straight):
    assert play(tumen, 2, *LONG, "--out", "job.sqlite", "--resume").returncode == 0
    assert f"{COUNT} of {COUNT} replicates are equal" in tumen("verify", "job.sqlite", straight).stdout


def killed(tumen, command, query):
    """What there is of a job whose last rank was killed, read from a copy."""
    job, ranks = started(tumen, command)
    assert len(ranks) == 3
    os.kill(ranks[-1], signal.SIGKILL)
    job.communicate(timeout=60)
    assert job.returncode != 0
    copies = tumen.folder / "copies"
    copies.mkdir()
    for path in tumen.folder.glob("job.sqlite*"):
        shutil.copy(path, copies)
    with closing(sqlite3.connect(copies / "job.sqlite")) as results:
        return set(results.execute(query))


def test_a_killed_rank_ends_the_job_and_nothing_finished_is_lost(tumen, straight):
    query = "SELECT point, replicate, seconds FROM replicate"
    kept = killed(tumen, LONG, query)
    assert 0 < len(kept) < COUNT
    complete(tumen, straight)
    with sqlite3.connect(tumen.folder / "job.sqlite") as results:
        assert kept <= set(results.execute(query))  # clock columns too: none was played again


def test_a_killed_rank_ends_a_calibration_and_no_judged_proposal_is_lost(tumen, calibrated):
    kept = killed(tumen, LONG_CALIBRATE, "SELECT * FROM particle")
    assert 0 < len(kept) < len(calibrated["particle"])
    assert kept <= set(calibrated["particle"])
    assert play(tumen, 4, *LONG_CALIBRATE, "--out", "job.sqlite", "--resume").returncode == 0
    assert rows_of_calibration(tumen.folder / "job.sqlite") == calibrated


def signalled(tumen, command, to):
    """What a job says that is told to end: all of it, by SIGUSR1, or one of its ranks, by SIGTERM."""
    job, ranks = started(tumen, command)
    if to == "job":
        job.send_signal(signal.SIGUSR1)  # which mpirun hands to all ranks
    else:
        os.kill(ranks[-1], signal.SIGTERM)
    _, said = job.communicate(timeout=60)
    assert job.returncode == INTERRUPTED, said
    return said


@pytest.mark.parametrize("to", ["job", "rank"])
def test_a_signal_saves_and_says_how_to_go_on(tumen, straight, to):
    said = signalled(tumen, LONG, to)
    assert f"of {COUNT} replicates are saved in job.sqlite" in said and "--resume" in said
    complete(tumen, straight)


@pytest.mark.parametrize("to", ["job", "rank"])
def test_a_signal_saves_a_calibration_and_says_how_to_go_on(tumen, calibrated, to):
    said = signalled(tumen, LONG_CALIBRATE, to)
    assert "What was finished is in job.sqlite" in said and "--resume" in said
    tumen(*LONG_CALIBRATE, "--out", "job.sqlite", "--resume")  # without mpirun
    assert rows_of_calibration(tumen.folder / "job.sqlite") == calibrated

"""Several programs started into one path at once: one of them owns it, and nothing is lost."""

import os
import random
import sqlite3
import subprocess
import time
from contextlib import closing

import pytest
from conftest import DONE, FAILED
from small_city import small_city

TRIALS = int(os.environ.get("TUMEN_RACES", "6"))  # of each kind; `tools/nightly races` plays 200
REPLICATES = 12
CITY = small_city("city", residents=1000, days=14)
RUN = ["run", "--luck-only", "city.toml", "--replicates", str(REPLICATES), "--threads", "1", "--out", "y.sqlite"]


@pytest.fixture
def place(tumen):
    (tumen.folder / "city.toml").write_text(CITY)
    return tumen


def at_once(place, chance, commands):
    """Exit codes and messages of commands that are started one a few milliseconds after the other."""
    running = []
    for words in commands:
        running.append(subprocess.Popen(place.command(*words), cwd=place.folder, text=True,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE))
        time.sleep(chance.uniform(0, 0.03))
    said = [process.communicate(timeout=120)[1] for process in running]
    return [process.returncode for process in running], said


def replicates_in(path):
    with closing(sqlite3.connect(path)) as results:
        return results.execute("SELECT count(*) FROM replicate WHERE status = 'done'").fetchone()[0]


def expect_one_whole(place, codes, said):
    assert set(codes) <= {DONE, FAILED} and DONE in codes, said
    for code, words in zip(codes, said):
        if code == FAILED:
            assert "is in use" in words or "exists" in words or "is there" in words, words
    beside = sorted(path.name for path in place.folder.glob("y.sqlite*"))
    assert beside == ["y.sqlite"], (beside, codes, said)


@pytest.mark.parametrize("hows", [("--resume", "--resume"), (None, "--resume"), (None, "--force"),
                                  ("--force", "--force"), ("--resume", "--force", None, "--resume")],
                         ids=lambda hows: " ".join(how or "plain" for how in hows))
def test_of_runs_into_one_path_one_owns_it_and_the_file_is_whole(place, hows):
    chance = random.Random(len(hows))
    for _ in range(TRIALS):
        codes, said = at_once(place, chance, [[*RUN, *([how] if how else [])] for how in hows])
        expect_one_whole(place, codes, said)
        assert replicates_in(place.folder / "y.sqlite") == REPLICATES
        (place.folder / "y.sqlite").unlink()
        (place.folder / "y.html").unlink(missing_ok=True)


def test_of_merges_into_one_path_one_owns_it_and_the_file_is_whole(place):
    for first, name in ((1, "a"), (101, "b")):
        place("run", "--luck-only", "city.toml", "--replicates", f"{first}..{first + 5}", "--out", f"{name}.sqlite")
    chance = random.Random(7)
    for _ in range(TRIALS):
        codes, said = at_once(place, chance, [["merge", "a.sqlite", "b.sqlite", "--out", "y.sqlite", "--force"]] * 4)
        expect_one_whole(place, codes, said)
        assert replicates_in(place.folder / "y.sqlite") == 12  # and stays for the next four to replace


def test_a_run_that_is_going_on_is_named_by_its_process(place):
    process = subprocess.Popen(place.command("run", "--luck-only", "hyesan-yearly", "--replicates", "500", "--out", "y.sqlite"),
                               cwd=place.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while not (place.folder / "y.sqlite").exists():
            time.sleep(0.01)
        for how in ([], ["--resume"], ["--force"]):
            said = place("run", "--luck-only", "hyesan-yearly", "--replicates", "500", "--out", "y.sqlite", *how,
                         code=FAILED).stderr
            assert f"process {process.pid} is writing it" in said
    finally:
        process.kill()
        process.wait()


def test_a_lock_left_by_a_kill_holds_nobody_up(place):
    (place.folder / "y.sqlite.lock").write_text("tumen 999999 elsewhere\n")
    place(*RUN)
    assert not (place.folder / "y.sqlite.lock").exists()


def test_a_file_of_somebody_else_with_the_name_of_the_lock_is_left_alone(place):
    (place.folder / "y.sqlite.lock").write_text("my notes\n")
    said = place(*RUN, code=FAILED).stderr
    assert "y.sqlite.lock is a file of somebody else" in said
    assert (place.folder / "y.sqlite.lock").read_text() == "my notes\n"
    assert not (place.folder / "y.sqlite").exists()

"""How much memory it takes: said before, kept to, and the same numbers whatever is allowed."""

import json
import subprocess
import sys

import pytest
from conftest import FAILED, SMALL, USAGE

BIG = SMALL.replace("residents = 20000", "residents = 400000").replace('"small"', '"big"').replace("days = 60", "days = 45")


@pytest.fixture
def big(tumen):
    (tumen.folder / "big.toml").write_text(BIG)
    return "big.toml"


def estimate(tumen, *words):
    return json.loads(tumen(*words, "--dry-run", "--json").stdout)["memory"]


# A process begins with what its parent has in memory: the parent is a fresh interpreter, not the one of all tests.
MEASURE = """
import resource, subprocess, sys
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)
"""


def peak(tumen, *words):
    """The most that a command has used [bytes]."""
    told = subprocess.run([sys.executable, "-c", MEASURE, *tumen.command(*words)], cwd=tumen.folder, check=True,
                          stdout=subprocess.PIPE, text=True)
    return 1024 * int(told.stdout)


@pytest.mark.parametrize("words", [["run", "big.toml", "--luck-only", "--replicates", 3, "--threads", 2],
                                   ["run", "big.toml", "--replicates", 3, "--threads", 2],
                                   ["sweep", "little.toml", "--vary", "fee_base", "--vary", "detection", "--design", "sobol",
                                    "--points", 400, "--replicates", 1]])
def test_a_command_takes_less_than_its_dry_run_says_and_not_a_fifth(tumen, big, words):
    (tumen.folder / "little.toml").write_text(SMALL.replace("residents = 20000", "residents = 1000"))
    told = estimate(tumen, *words)
    assert told / 5 < peak(tumen, *words) < told


def test_points_of_many_parameters_take_a_sixth_of_what_they_took(tumen, small):
    """Sobol's design over all open parameters: once 91 kB a point in a dry run, whose peak is measured here."""
    words = ["sensitivity", small, "--method", "sobol", "--all", "--replicates", 1, "--dry-run", "--samples"]
    few, more = (peak(tumen, *words, samples) for samples in (4, 12))
    points = 8 * 155
    assert (more - few) / points < 16_000


def test_more_points_take_the_same_memory_to_play_to_report_and_to_print(tumen):
    """Points are kept as their values, and what came of them is read one after another; a page draws 2,000 of them."""
    (tumen.folder / "town.toml").write_text(SMALL.replace("residents = 20000", "residents = 200"))
    playing = ["sweep", "town.toml", "--set", "warmup=0", "--beyond-evidence", "--vary", "fee_base", "--vary", "detection",
               "--design", "lhs", "--replicates", 1, "--threads", 1, "--out", "x.sqlite"]

    def taken(points):
        asked = [*playing, "--points", points]
        return [peak(tumen, *asked, "--force"), peak(tumen, "report", "x.sqlite", "--force"),
                peak(tumen, *asked, "--resume", "--json")]

    for few, more in zip(taken(2000), taken(5000), strict=True):
        assert (more - few) / 3000 < 6000  # once 31,000 a point; what waits to be written comes and goes by megabytes


def test_fewer_play_at_once_where_memory_is_short_and_the_numbers_are_the_same(tumen, big):
    words = ["run", big, "--luck-only", "--replicates", 3, "--threads", 8, "--out"]
    tumen(*words, "free.sqlite")
    said = tumen(*words, "short.sqlite", "--memory", "70MB").stderr
    assert "of 8 threads play at once, to stay within 70 MB of memory" in " ".join(said.split())
    assert "equal in every row" in tumen("verify", "free.sqlite", "short.sqlite").stdout


def test_what_does_not_fit_at_all_is_refused_before_anything_is_written(tumen, big):
    before = tumen.files()
    said = tumen("run", big, "--replicates", 3, "--memory", "10MB", "--out", "x.sqlite", code=FAILED).stderr
    assert "--memory 10 MB is too little" in said and "one replicate at a time takes" in said
    assert [name for name in tumen.files() if "lock" not in name] == before
    for wrong in ("4", "much", "-4GB", "0GB"):
        assert "such as 4GB or 500MB" in tumen("run", big, "--memory", wrong, code=USAGE).stderr


def test_the_status_says_what_was_used(tumen, small):
    tumen("run", small, "--luck-only", "--replicates", 2, "--status", "s.json", "--out", "x.sqlite")
    status = json.loads((tumen.folder / "s.json").read_text())
    assert 5e6 < status["memory"] < 5e8


def test_limits_hold_together(tumen):
    cities = "".join(f'[[city]]\nname = "c{i}"\nresidents = 1000\n' for i in range(400))
    (tumen.folder / "long.toml").write_text(f'title = "t"\nquestion = "q"\nstart = 2020-09-01\ndays = 20000\n{cities}')
    said = tumen("scenario", "check", "long.toml", code=3).stderr
    assert "400 cities over 20000 days would not fit into memory" in said

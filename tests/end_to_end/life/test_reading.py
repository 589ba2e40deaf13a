"""Results that are being written: they can be read, copied and published, and no reader makes the writer fail."""

import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing, contextmanager

import pytest
from conftest import DIFFERENCE, FAILED, INTERRUPTED

LONG = ["run", "--luck-only", "hyesan-yearly", "--set", "residents=20000", "--replicates", "4000", "--threads", "1"]


def stored(path):
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=20)) as results:
        return results.execute("SELECT count(*) FROM replicate").fetchone()[0]


@contextmanager
def running(tumen, least=5):
    """A run that has stored some replicates and goes on; interrupted at the end."""
    path = tumen.folder / "a.sqlite"
    process = subprocess.Popen(tumen.command(*LONG, "--out", path.name), cwd=tumen.folder, text=True,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    while not path.exists() or stored(path) < least:
        assert process.poll() is None
        time.sleep(0.02)
    try:
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.said = process.communicate(timeout=60)[1]


def test_what_is_stored_so_far_is_reported_exported_and_read_while_the_run_goes_on(tumen):
    with running(tumen) as process:
        tumen("report", "a.sqlite", "--out", "so-far.html")
        tumen("export", "a.sqlite", "--out", "so-far")
        tumen("verify", "a.sqlite", "--replicates", "1", code=DIFFERENCE)  # it is not whole yet
        before = stored(tumen.folder / "a.sqlite")
        while stored(tumen.folder / "a.sqlite") <= before:
            time.sleep(0.02)
        assert process.poll() is None
    assert process.returncode == INTERRUPTED
    assert (tumen.folder / "so-far.html").stat().st_size > 100_000
    assert (tumen.folder / "so-far/daily.csv").stat().st_size > 1000


def test_somebody_who_reads_for_long_delays_the_run_and_does_not_end_it(tumen):
    with running(tumen) as process:
        with closing(sqlite3.connect(tumen.folder / "a.sqlite", isolation_level=None, timeout=20)) as reader:
            reader.execute("BEGIN")
            before = reader.execute("SELECT count(*) FROM replicate").fetchone()[0]
            time.sleep(1)
            assert reader.execute("SELECT count(*) FROM replicate").fetchone()[0] == before
            assert process.poll() is None
            reader.execute("COMMIT")
        while stored(tumen.folder / "a.sqlite") <= before:
            time.sleep(0.02)
    assert process.returncode == INTERRUPTED


def test_after_a_kill_a_copy_of_the_one_file_has_every_stored_replicate(tumen):
    with running(tumen) as process:
        told = stored(tumen.folder / "a.sqlite")
        process.kill()
        process.wait()
    (tumen.folder / "copy").mkdir()
    shutil.copy(tumen.folder / "a.sqlite", tumen.folder / "copy/there.sqlite")
    tumen("publish", "a.sqlite", "--out", "published.sqlite")
    there = stored(tumen.folder / "published.sqlite")
    assert there >= told
    assert there <= stored(tumen.folder / "copy/there.sqlite") <= there + 1


def test_a_copy_is_published_while_the_run_goes_on(tumen):
    with running(tumen):
        said = tumen("publish", "a.sqlite", "--out", "copy.sqlite").stdout
        count = stored(tumen.folder / "copy.sqlite")
        assert said.startswith(f"{count} replicates of a.sqlite")
        tumen("publish", "a.sqlite", "--out", "copy.sqlite", "--force")
        assert stored(tumen.folder / "copy.sqlite") >= count
    tumen("verify", "copy.sqlite", "--replicates", "2", code=DIFFERENCE)  # it is not whole yet
    assert [name for name in tumen.files() if name.startswith("copy")] == ["copy.sqlite"]


@pytest.mark.parametrize("words, problem", [
    (["a.sqlite", "--out", "a.sqlite", "--force"], "the results themselves"),
    (["a.sqlite", "--out", "b.sqlite"], "exists"),
    (["a.sqlite", "--out", "thesis.txt", "--force"], "not a results file"),
    (["gone.sqlite", "--out", "c.sqlite"], "no such"),
])
def test_publishing_takes_nothing_away(tumen, small, words, problem):
    tumen("run", "--luck-only", small, "--replicates", "2", "--out", "a.sqlite")
    shutil.copy(tumen.folder / "a.sqlite", tumen.folder / "b.sqlite")
    (tumen.folder / "thesis.txt").write_text("mine")
    before = {name: (tumen.folder / name).read_bytes() for name in tumen.files()}
    assert problem in tumen("publish", *words, code=FAILED).stderr
    assert {name: (tumen.folder / name).read_bytes() for name in tumen.files()} == before

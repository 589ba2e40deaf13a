"""A full disk, a locked folder, a broken file: the program says so, ends with the right code and loses nothing."""

import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import time
from contextlib import closing, contextmanager

import pytest
from conftest import FAILED, INTERRUPTED, ROOT

REPLICATES = 60
PLENTY = ["--replicates", str(REPLICATES)]


@contextmanager
def small_disk(folder, size):
    """A file system of `size` at `folder`; only the system's administrator may make one."""
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)],
                          capture_output=True, text=True)
    if made.returncode != 0:
        pytest.skip(f"no small file system can be made here: {made.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def resize(folder, size):
    subprocess.run(["mount", "-o", f"remount,size={size}", str(folder)], check=True)


def seconds(path):
    """Replicate -> the clock's column: another one if it was played again."""
    with closing(sqlite3.connect(path)) as results:
        return dict(results.execute("SELECT replicate, seconds FROM replicate"))


def stored_size(path):
    return path.stat().st_size if path.exists() else 0


def mark_newer(path):
    with closing(sqlite3.connect(path)) as results:
        results.execute("PRAGMA user_version = 99")


def test_a_full_disk_is_said_and_the_run_goes_on_when_there_is_room(tumen, small):
    tumen("run", "--luck-only", small, *PLENTY, "--out", "straight.sqlite")
    with small_disk(tumen.folder / "disk", "600k") as disk:
        said = tumen("run", "--luck-only", small, *PLENTY, "--out", "disk/a.sqlite", code=FAILED).stderr
        assert "disk/a.sqlite" in said and "the disk is full" in said and "--resume" in said
        # As long as there is no room, nothing changes, however often it is tried.
        tumen("run", "--luck-only", small, *PLENTY, "--out", "disk/a.sqlite", "--resume", code=FAILED)
        for path in disk.glob("a.sqlite*"):
            shutil.copy(path, tumen.folder)
        before = seconds(tumen.folder / "a.sqlite")
        assert 0 < len(before) < REPLICATES
        resize(disk, "16m")
        tumen("run", "--luck-only", small, *PLENTY, "--out", "disk/a.sqlite", "--resume")
        after = seconds(disk / "a.sqlite")
        assert all(after[replicate] == value for replicate, value in before.items())
        assert f"{REPLICATES} of {REPLICATES}" in tumen("verify", "disk/a.sqlite", "straight.sqlite").stdout
        assert sorted(path.name for path in disk.iterdir()) == ["a.html", "a.sqlite"]


def test_a_disk_without_any_room_leaves_nothing_behind(tumen, small):
    with small_disk(tumen.folder / "disk", "16k") as disk:
        said = tumen("run", "--luck-only", small, *PLENTY, "--out", "disk/a.sqlite", code=FAILED).stderr
        assert "disk/a.sqlite" in said and "the disk is full" in said
        assert list(disk.iterdir()) == []


def test_a_report_that_does_not_fit_leaves_the_old_one_and_the_results(tumen, small):
    tumen("run", "--luck-only", small, "--replicates", "2", "--out", "a.sqlite")
    report_bytes = (tumen.folder / "a.html").stat().st_size
    results_bytes = (tumen.folder / "a.sqlite").stat().st_size
    room = (report_bytes + results_bytes) // 1024 + 64  # for one report, not for two
    with small_disk(tumen.folder / "disk", f"{room}k") as disk:
        shutil.copy(tumen.folder / "a.sqlite", disk)
        shutil.copy(tumen.folder / "a.html", disk)
        said = tumen("report", "disk/a.sqlite", "--force", code=FAILED).stderr
        assert "disk/a.html" in said and "No space left on device" in said and "room" in said
        assert sorted(path.name for path in disk.iterdir()) == ["a.html", "a.sqlite"]
        assert (disk / "a.html").read_bytes() == (tumen.folder / "a.html").read_bytes()
        assert (disk / "a.sqlite").read_bytes() == (tumen.folder / "a.sqlite").read_bytes()


def test_an_export_that_does_not_fit_is_said(tumen, small):
    tumen("run", "--luck-only", small, "--replicates", "4", "--out", "a.sqlite")
    with small_disk(tumen.folder / "disk", "32k") as disk:
        said = tumen("export", "a.sqlite", "--csv", "--out", "disk", code=FAILED).stderr
        assert "disk/" in said and "No space left on device" in said
        assert [path.name for path in disk.iterdir() if path.stat().st_size == 0] == []


def test_a_jumping_clock_changes_nothing_but_the_clocks_columns(tumen, small):
    shim = tumen.folder / "clock.so"
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("g++")
    subprocess.run([compiler, "-x", "c", "-shared", "-fPIC", "-O1", "-o", str(shim),
                    str(ROOT / "tests/faults/jumping_clock.c"), "-ldl"], check=True)
    jumping = {"LD_PRELOAD": str(shim)}
    said = tumen("run", "--luck-only", small, "--replicates", "6", "--out", "a.sqlite", environment=jumping).stderr
    assert re.search(r"6 replicates in [0-9.]+ s", said)  # no hours, no minus
    tumen("run", "--luck-only", small, "--replicates", "8", "--out", "a.sqlite", "--resume", environment=jumping)
    tumen("run", "--luck-only", small, "--replicates", "8", "--out", "straight.sqlite")
    assert "8 of 8" in tumen("verify", "a.sqlite", "straight.sqlite").stdout
    with closing(sqlite3.connect(tumen.folder / "a.sqlite")) as results:
        times = [row[0] for row in results.execute("SELECT written_at FROM replicate ORDER BY replicate")]
        spent = [row[0] for row in results.execute("SELECT seconds FROM replicate")]
    assert times != sorted(times) and len(set(times)) > 1  # the clock did jump
    assert all(0 < seconds < 100 for seconds in spent)


def test_two_signals_end_it_at_once_and_lose_nothing(tumen):
    words = ["run", "--luck-only", "hyesan-yearly", "--threads", "2", "--replicates"]
    process = subprocess.Popen(tumen.command(*words, "5000", "--out", "a.sqlite"), cwd=tumen.folder,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not any(stored_size(tumen.folder / name) > 500_000 for name in ("a.sqlite",)):
        assert process.poll() is None
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=20) == INTERRUPTED
    for path in tumen.folder.glob("a.sqlite*"):
        shutil.copy(path, tumen.folder / path.name.replace("a.", "copy."))
    before = seconds(tumen.folder / "copy.sqlite")
    more = str(max(before) + 4)
    tumen(*words, more, "--out", "a.sqlite", "--resume")
    after = seconds(tumen.folder / "a.sqlite")
    assert before and all(after[replicate] == value for replicate, value in before.items())


def peak_kb(tumen, replicates):
    words = ["run", "--luck-only", str(ROOT / "tests/faults/tiny.toml"), "--replicates", str(replicates), "--threads", "2"]
    process = subprocess.Popen(tumen.command(*words, "--out", f"{replicates}.sqlite"), cwd=tumen.folder,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    assert status == 0
    return used.ru_maxrss


def test_a_thousand_replicates_need_hardly_more_memory_than_a_hundred(tumen):
    # The report keeps some numbers of each replicate; nothing else may grow.
    assert peak_kb(tumen, 1000) - peak_kb(tumen, 100) < 6000


def test_output_that_nobody_can_take_is_a_failure(tumen):
    if not os.path.exists("/dev/full"):
        pytest.skip("there is no /dev/full here")
    with open("/dev/full", "w") as full:
        ended = subprocess.run(tumen.command("info"), cwd=tumen.folder, stdout=full, stderr=subprocess.PIPE, text=True)
    assert ended.returncode == FAILED and "disk full" in ended.stderr


def test_a_file_that_may_not_grow_is_said_and_what_is_stored_stays(tumen, small):
    tumen("run", "--luck-only", small, "--replicates", "2", "--out", "a.sqlite")
    most = (tumen.folder / "a.sqlite").stat().st_size + (16 << 10)
    said = tumen("run", "--luck-only", small, "--replicates", "400", "--out", "a.sqlite", "--resume", code=FAILED,
                 preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))).stderr
    assert "a.sqlite" in said and "error: " in said
    tumen("run", "--luck-only", small, "--replicates", "400", "--out", "a.sqlite", "--resume")
    tumen("run", "--luck-only", small, "--replicates", "400", "--out", "straight.sqlite")
    assert "400 of 400" in tumen("verify", "a.sqlite", "straight.sqlite").stdout


def no_room_for_stacks():
    """A thread would want a stack of 64 GiB, in 8 GiB of addresses: none is started."""
    resource.setrlimit(resource.RLIMIT_STACK, (64 << 30, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30))


def test_threads_that_cannot_be_started_are_said_and_the_rest_plays_to_the_same(tumen, small):
    many = ["run", "--luck-only", small, "--replicates", "4", "--threads", "4"]
    said = tumen(*many, "--out", "one.sqlite", preexec_fn=no_room_for_stacks).stderr
    assert "1 of 4 threads can be started" in said
    assert "can be started" not in tumen(*many, "--out", "four.sqlite").stderr
    assert "4 of 4" in tumen("verify", "one.sqlite", "four.sqlite").stdout


@pytest.mark.parametrize("command", [["report"], ["export"], ["verify"]], ids=lambda words: words[0])
def test_a_newer_file_is_refused_and_left_alone(tumen, small, command):
    tumen("run", "--luck-only", small, "--replicates", "1", "--out", "a.sqlite")
    mark_newer(tumen.folder / "a.sqlite")
    before = (tumen.folder / "a.sqlite").read_bytes()
    said = tumen(*command, "a.sqlite", code=FAILED).stderr
    assert "a.sqlite" in said and "format 99" in said and "newer version" in said
    assert (tumen.folder / "a.sqlite").read_bytes() == before


@pytest.mark.parametrize("how", [[], ["--resume"]], ids=["plain", "resume"])
def test_a_run_does_not_touch_a_newer_file(tumen, small, how):
    tumen("run", "--luck-only", small, "--replicates", "1", "--out", "a.sqlite")
    mark_newer(tumen.folder / "a.sqlite")
    before = (tumen.folder / "a.sqlite").read_bytes()
    said = tumen("run", "--luck-only", small, "--replicates", "2", "--out", "a.sqlite", *how, code=FAILED).stderr
    assert "format 99" in said
    assert (tumen.folder / "a.sqlite").read_bytes() == before


@pytest.mark.parametrize("command", [["report"], ["export"], ["verify"], ["run", "--luck-only", "small.toml", "--resume"]],
                         ids=lambda words: words[0])
def test_a_truncated_file_is_refused_and_left_alone(tumen, small, command):
    tumen("run", "--luck-only", small, "--replicates", "1", "--out", "a.sqlite")
    whole = (tumen.folder / "a.sqlite").read_bytes()
    cut = whole[:len(whole) // 2 // 4096 * 4096]
    (tumen.folder / "a.sqlite").write_bytes(cut)
    words = [*command, "--out", "a.sqlite"] if command[0] == "run" else [*command, "a.sqlite"]
    said = tumen(*words, code=FAILED).stderr
    assert "a.sqlite" in said and re.search("truncated|damaged", said)
    assert (tumen.folder / "a.sqlite").read_bytes() == cut

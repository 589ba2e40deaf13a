"""tools/beside: two commands side by side, of which each may fail, and both be interrupted."""

import os
import signal
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SHORT = 20  # seconds, of a wait that is to be ended


def started(first, second):
    """In a group of processes of its own, as that of a terminal."""
    return subprocess.Popen([ROOT / "tools/beside", "first", f"bash -c '{first}'", "second", f"bash -c '{second}'"], text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True)


def ended(first, second):
    process = started(first, second)
    said = process.communicate(timeout=3 * SHORT)[0]
    return process.returncode, said.splitlines()


def test_both_are_carried_out_at_once_and_every_line_says_whose_it_is(tmp_path):
    # Each waits for what the other writes.
    wait = "while [ ! -e {0}/{1} ]; do sleep 0.02; done"
    status, said = ended(f"echo begun; touch {tmp_path}/a; {wait.format(tmp_path, 'b')}; echo done >&2",
                         f"{wait.format(tmp_path, 'a')}; touch {tmp_path}/b")
    assert status == 0 and said == ["first: begun", "first: done"]


def test_the_second_is_ended_with_all_that_it_began_when_the_first_fails(tmp_path):
    begun = time.monotonic()
    status, said = ended("sleep 0.3; echo no network; exit 3", f"(sleep {SHORT}; touch {tmp_path}/late) & wait; echo never")
    assert status == 1 and time.monotonic() - begun < SHORT
    assert said[-2:] == ["first: failed (3); it said last:", "no network"] and "second: never" not in said
    assert "second: failed" not in "\n".join(said), "it was ended"


def test_the_first_is_waited_for_when_the_second_fails():
    status, said = ended("sleep 0.5; echo installed", "echo no such header; exit 1")
    assert status == 1 and "first: installed" in said
    assert said[-2:] == ["second: failed (1); it said last:", "no such header"]


def test_an_interrupt_ends_both():
    process = started("echo begun; sleep 0.5; echo installed", f"sleep {SHORT}; echo never")
    assert process.stdout.readline() == "first: begun\n"
    begun = time.monotonic()
    process.send_signal(signal.SIGINT)  # to it alone: a terminal tells all of them
    said = process.communicate(timeout=3 * SHORT)[0]
    assert process.returncode == 128 + signal.SIGINT and time.monotonic() - begun < SHORT and "never" not in said
    process = started(f"echo begun; exec sleep {SHORT}", f"sleep {SHORT}; echo never")
    assert process.stdout.readline() == "first: begun\n"
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=3 * SHORT)
    assert process.returncode == 128 + signal.SIGINT and time.monotonic() - begun < SHORT

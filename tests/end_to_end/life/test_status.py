"""What a batch system sees of a run: a small file that says how far it is."""

import json
import signal
import subprocess
import time

from conftest import FAILED, INTERRUPTED

FIELDS = {"state", "done", "failed", "skipped", "left", "replicates_a_second", "seconds", "seconds_left", "memory", "process",
          "updated"}


def status(tumen, name="status.json"):
    return json.loads((tumen.folder / name).read_text())


def test_the_end_is_said_whole(tumen, small):
    tumen("run", "--luck-only", small, "--replicates", "4", "--out", "a.sqlite", "--status", "status.json")
    said = status(tumen)
    assert set(said) == FIELDS
    assert (said["state"], said["done"], said["failed"], said["left"]) == ("done", 4, 0, 0)
    assert said["seconds"] > 0 and said["seconds_left"] == 0
    tumen("run", "--luck-only", small, "--replicates", "6", "--out", "a.sqlite", "--resume", "--status", "status.json")
    assert (status(tumen)["done"], status(tumen)["skipped"]) == (2, 4)
    tumen("run", "--luck-only", small, "--replicates", "6", "--out", "a.sqlite", "--status", "again.json")
    assert (status(tumen, "again.json")["state"], status(tumen, "again.json")["skipped"]) == ("done", 6)


def test_a_run_that_cannot_go_on_is_said_to_have_failed(tumen, small):
    (tumen.folder / "a.html").mkdir()  # so that the report cannot be written
    tumen("run", "--luck-only", small, "--replicates", "2", "--out", "a.sqlite", "--force", "--status", "status.json", code=FAILED)
    assert (status(tumen)["state"], status(tumen)["done"]) == ("failed", 2)


def test_it_is_replaced_as_a_whole_while_it_is_read(tumen):
    words = ["run", "--luck-only", "hyesan-yearly", "--replicates", "5000", "--threads", "1", "--out", "a.sqlite"]
    process = subprocess.Popen(tumen.command(*words, "--status", "status.json"), cwd=tumen.folder,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    seen = []
    while len({one["done"] for one in seen}) < 3:  # three writings that differ
        assert process.poll() is None
        if (tumen.folder / "status.json").exists():
            seen.append(status(tumen))  # always whole
        time.sleep(0.01)
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=60) == INTERRUPTED
    assert {one["state"] for one in seen} == {"playing"} and {one["process"] for one in seen} == {process.pid}
    assert seen[-1]["done"] + seen[-1]["left"] == 5000 and seen[-1]["replicates_a_second"] > 0
    last = status(tumen)
    assert last["state"] == "interrupted" and last["done"] >= seen[-1]["done"] and last["left"] > 0
    assert [name for name in tumen.files() if name.endswith(".new")] == []


def test_a_status_that_cannot_be_written_stops_nothing(tumen, small):
    tumen("run", "--luck-only", small, "--replicates", "2", "--out", "a.sqlite", "--status", "nowhere/status.json")
    assert tumen.files() == ["a.html", "a.sqlite", "small.toml"]


def test_a_check_says_how_far_it_is(tumen):
    words = ["check", "hyesan-calm", "--set", "residents=2000", "--replicates", "2", "--status", "status.json"]
    tumen(*words)
    whole = status(tumen)
    assert set(whole) == FIELDS
    assert whole["state"] == "done" and whole["done"] % 2 == 0 and whole["done"] > 0 and whole["left"] == 0
    tumen(*words, "--out", "a.sqlite")
    assert status(tumen)["done"] == whole["done"]
    tumen(*words, "--out", "a.sqlite")  # done before
    again = status(tumen)
    assert again["state"] == "done" and again["done"] == 0 and again["skipped"] == whole["done"]
    (tumen.folder / "b.html").write_text("mine")
    tumen(*words, "--out", "b.sqlite", code=FAILED)
    assert status(tumen)["state"] == "failed"  # where the report would go there is something


CALIBRATION = ["calibrate", "hyesan-calm", "--vary", "fee_base", "--patterns", "K1", "--set", "residents=2000",
               "--particles", "20", "--generations", "2", "--predictive", "10", "--replicates", "1", "--out", "c.sqlite",
               "--status", "status.json"]


def test_a_calibration_says_its_generation_too(tumen):
    tumen(*CALIBRATION)
    first = status(tumen)
    assert set(first) == FIELDS | {"generation", "proposals", "accepted"}
    assert (first["state"], first["left"]) == ("done", 0) and first["done"] > 0
    assert first["generation"] > 0 and 0 < first["accepted"] <= first["proposals"]
    tumen(*CALIBRATION)
    assert (status(tumen)["state"], status(tumen)["skipped"]) == ("done", first["done"])


def test_a_calibration_that_is_cut_short_is_said_to_be(tumen):
    tumen(*CALIBRATION, "--time-limit", "0.001 s", code=INTERRUPTED)
    assert status(tumen)["state"] == "interrupted"

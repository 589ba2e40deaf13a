"""The schedule on paper (bench/schedule): what must hold of any, and cases that can be told by hand."""
import importlib.machinery
import importlib.util
import math
import random
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "bench/schedule"
loader = importlib.machinery.SourceFileLoader("bench_schedule", str(SCRIPT))
spec = importlib.util.spec_from_loader(loader.name, loader)
schedule = importlib.util.module_from_spec(spec)
sys.modules[loader.name] = schedule
bytecode, sys.dont_write_bytecode = sys.dont_write_bytecode, True
loader.exec_module(schedule)
sys.dont_write_bytecode = bytecode


def machine(nodes, **more):
    return schedule.Machine(nodes, **{"cores": 4, "start": 5.0, "between_failures": math.inf, **more})


def played(times, size, nodes=1, seed=1, **more):
    return schedule.simulate(times, machine(nodes, **more), size, random.Random(seed))


def test_equal_times_take_what_can_be_told_by_hand():
    # Ten tasks of eight replicates: 5 s to begin, and two rounds of 3 s on four cores.
    assert played([3.0] * 80, 8).played == pytest.approx(10 * 11)
    assert played([3.0] * 80, 8, nodes=5).played == pytest.approx(2 * 11)
    assert played([3.0] * 80, 8, nodes=1000).played == pytest.approx(11)
    assert played([3.0] * 80, 8).paid == pytest.approx(4 * 10 * 11)


def test_a_thread_takes_the_next_replicate_as_it_gets_free():
    assert schedule.ends_of([4, 1, 1, 1, 1], 2) == [4, 1, 2, 3, 4]
    assert schedule.ends_of([], 2) == []


@pytest.mark.parametrize("hours", [0.02, 0.1, 1])
def test_whatever_fails_every_replicate_is_kept_once_and_lost_time_is_paid(hours):
    luck = random.Random(3)
    times = [luck.uniform(1, 30) for _ in range(2000)]
    calm = played(times, 100, nodes=7)
    found = played(times, 100, nodes=7, between_failures=3600 * hours, publish=30)
    assert found.done == [1] * 2000 and calm.done == [1] * 2000
    assert found.failures > 0 and found.again > 0
    assert found.paid > calm.paid > calm.useful == pytest.approx(sum(times))
    assert found.played > calm.played


def test_copies_more_often_lose_less():
    times = [20.0] * 4000
    often = played(times, 400, nodes=3, between_failures=1800, publish=60)
    seldom = played(times, 400, nodes=3, between_failures=1800, publish=100000)
    assert often.again < seldom.again


def test_more_nodes_are_not_slower_and_one_node_wastes_only_its_beginnings():
    luck = random.Random(5)
    times = [luck.expovariate(10) for _ in range(20000)]
    ends = [played(times, 250, nodes=nodes).played for nodes in (1, 4, 16, 80)]
    assert ends == sorted(ends, reverse=True)
    one = played(times, 5000)
    assert one.useful / 4 / one.played > 0.95


def test_the_program_plays_a_small_case_and_says_where_merging_takes_longer():
    told = subprocess.run([SCRIPT, "--replicates", "20000", "--nodes", "1,10", "--merge", "0.001"], capture_output=True,
                          text=True, check=True).stdout
    lines = [line for line in told.splitlines() if line.startswith("| ") and "---" not in line]
    assert len(lines) == 3 and lines[2].startswith("| 10 |")
    assert "Merging takes as long as playing on 3." in told

"""Results that joblib and dask play on workers of theirs, one of whom is lost."""

import os
import signal

import pytest

import tumen

SEED = 3


def play(scenario, number):
    return tumen.run(scenario, replicates=[number], seed=SEED, threads=1, progress=False, luck_only=True)


def test_joblib_sends_calls_and_gets_results(small, results):
    from joblib import Parallel, delayed
    parts = Parallel(n_jobs=2)(delayed(play)(small, number) for number in range(1, 5))
    assert [part.hashes.iloc[0] for part in parts] == results.hashes.tolist()[:4]


@pytest.fixture(scope="module")
def cluster():
    from dask import config
    from distributed import Client, LocalCluster
    with config.set({"distributed.worker.daemon": False, "distributed.admin.tick.interval": "1h"}):
        with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as workers:
            with Client(workers) as client:
                yield client


def test_a_cluster_of_dask_is_an_executor_like_any_other(cluster, small, results):
    here = tumen.run(small, replicates=6, seed=SEED, executor=cluster.get_executor(), progress=False, luck_only=True)
    assert here.hashes.equals(results.hashes) and here.daily.equals(results.daily)


def test_a_worker_of_dask_that_is_killed_changes_no_row(cluster, results, small):
    lost = next(iter(cluster.run(os.getpid).values()))
    killed = []

    def look(done, failed, planned, share, seconds):
        if done and not killed:
            os.kill(lost, signal.SIGKILL)
            killed.append(done)
    here = tumen.run(small, replicates=12, seed=SEED, executor=cluster.get_executor(pure=False), progress=look, luck_only=True)
    assert killed and killed[0] < 12, "the worker was lost while there was work left"
    assert here.hashes.iloc[:6].equals(results.hashes)
    alone = tumen.run(small, replicates=12, seed=SEED, progress=False, luck_only=True)
    assert here.daily.equals(alone.daily) and here.headlines.equals(alone.headlines)

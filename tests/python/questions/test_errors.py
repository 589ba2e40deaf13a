"""Errors have the text and the place of the command line; interrupts keep what is finished."""

import signal
import threading
import time

import pytest

import tumen


@pytest.mark.parametrize("text", ["days = 5\nstart = 2020-09-01\n[parameters]\nfee_bse = 0.3\n",
                                  "days = \"5 %\"\nstart = 2020-09-31\n", "days ="])
def test_a_bad_scenario_is_told_as_on_the_command_line(program, tmp_path, text):
    (tmp_path / "bad.toml").write_text(text)
    said = program("run", tmp_path / "bad.toml", code=3).stderr
    with pytest.raises(tumen.ScenarioError) as refused:
        tumen.run(tmp_path / "bad.toml", luck_only=True)
    error = refused.value
    assert str(error) == said.strip()
    assert error.file == str(tmp_path / "bad.toml")
    placed = next(one for one in error.diagnostics if one["line"] > 0)
    assert "{file}:{line}:{column}: error: {problem}".format(**placed) in str(error)
    assert (error.line, error.column, error.problem) == tuple(
        error.diagnostics[0][name] for name in ("line", "column", "problem"))
    assert len(error.diagnostics) == str(error).count("error: ")


@pytest.mark.parametrize("flags", [{"fee_base": "300 %"}, {"no_such": 1}, {"fee_base": "a lot"}])
def test_a_bad_value_is_told_as_on_the_command_line(program, flags):
    (name, value), = flags.items()
    said = program("run", "hyesan-handin", "--set", f"{name}={value}", code=3).stderr
    with pytest.raises(tumen.ScenarioError) as refused:
        tumen.run("hyesan-handin", set=flags, luck_only=True)
    assert str(refused.value) == said.strip()


def test_a_name_that_is_none_is_told_as_on_the_command_line(program):
    said = program("run", "hyesan-handout", code=3).stderr
    with pytest.raises(tumen.ScenarioError, match="did you mean") as refused:
        tumen.run("hyesan-handout", luck_only=True)
    assert str(refused.value) == said.strip() and isinstance(refused.value, ValueError)


def test_a_file_that_is_no_results_file_is_told_as_on_the_command_line(program, tmp_path):
    (tmp_path / "x.sqlite").write_text("no results")
    said = program("report", tmp_path / "x.sqlite", code=1).stderr
    with pytest.raises(tumen.ResultsError) as refused:
        tumen.open_results(tmp_path / "x.sqlite")
    assert str(refused.value) == said.strip() and refused.value.file == str(tmp_path / "x.sqlite")


@pytest.mark.parametrize("arguments", [
    {"replicates": 0}, {"replicates": "many"}, {"replicates": [0, 1]}, {"replicates": True}, {"seed": -1},
    {"seed": 2**63}, {"seed": 1.5}, {"threads": 0}, {"set": {"fee_base": None}}, {"set": {"fee_base": [1, 2]}}])
def test_arguments_out_of_range_are_refused(small, arguments):
    with pytest.raises(tumen.ArgumentError, match="error: "):
        tumen.run(small, **arguments, luck_only=True)


def test_another_experiment_does_not_enter_a_results_file(small, tmp_path):
    tumen.run(small, replicates=2, seed=1, out=tmp_path / "a.sqlite", luck_only=True)
    with pytest.raises(tumen.ResultsError, match="seed"):
        tumen.run(small, replicates=2, seed=2, out=tmp_path / "a.sqlite", luck_only=True)
    tumen.run(small, replicates=2, seed=2, out=tmp_path / "a.sqlite", replace=True, luck_only=True)
    longer = tumen.run(small, replicates=3, seed=2, out=tmp_path / "a.sqlite", luck_only=True)
    assert len(longer.hashes) == 3 and longer.hashes.equals(tumen.run(small, replicates=3, seed=2, luck_only=True).hashes)


def test_comparisons_need_two_that_fit(small):
    for names in (["hyesan-calm"], ["hyesan-calm", "hyesan-calm"], ["hyesan-calm", small]):
        with pytest.raises(tumen.ArgumentError):
            tumen.compare(*names, replicates=1, luck_only=True)


def test_errors_survive_pickling(tmp_path):
    import pickle
    with pytest.raises(tumen.ScenarioError) as refused:
        tumen.run("hyesan-handin", set={"fee_base": 3}, luck_only=True)
    again = pickle.loads(pickle.dumps(refused.value))
    assert str(again) == str(refused.value) and again.problem == refused.value.problem


LONG = """
import sys, tumen
try:
    tumen.run("hyesan-yearly", replicates=3000, seed=4, threads=2, luck_only=True, out=sys.argv[1] or None,
              progress=lambda done, *more: print("done", done, flush=True))
except KeyboardInterrupt as stop:
    kept = stop.partial
    first = (f"{replicate}:{found}" for replicate, found in kept.hashes.iloc[:2].items())
    print("kept", len(kept.hashes), len(kept.daily), *first, flush=True)
    print(stop, flush=True)
"""


@pytest.mark.parametrize("out", ["", "a.sqlite"])
def test_ctrl_c_keeps_what_is_finished(python, tmp_path, out):
    path = str(tmp_path / out) if out else ""
    process = python(LONG, path)
    for line in process.stdout:  # at least three are finished
        if int(line.split()[1]) >= 3:
            break
    process.send_signal(signal.SIGINT)
    said, troubles = process.communicate(timeout=60)
    kept = next(line for line in said.splitlines() if line.startswith("kept")).split()
    count = int(kept[1])
    assert process.returncode == 0, troubles
    assert 3 <= count < 3000
    first = {int(replicate): found for replicate, found in (one.split(":") for one in kept[3:])}
    straight = tumen.run("hyesan-yearly", replicates=max(first), seed=4, luck_only=True)
    assert len(first) == 2 and first == straight.hashes.loc[list(first)].to_dict()
    assert int(kept[2]) == count * len(straight.daily) // max(first)
    assert "of 3000 replicates are finished" in said
    if out:
        assert len(tumen.open_results(path).hashes) == count


def test_what_does_not_fit_into_memory_is_told_before_anything_is_played():
    with pytest.raises(tumen.ResultsError, match="out="):
        tumen.run("nation", replicates=1_000_000, luck_only=True)


def test_a_progress_function_is_called_and_may_fail(small):
    seen = []
    tumen.run(small, replicates=3, progress=lambda *state: seen.append(state), luck_only=True)
    assert seen[-1][:3] == (3, 0, 3) and seen[-1][3] == 1

    def fail(*state):
        raise RuntimeError("enough")
    with pytest.raises(RuntimeError, match="enough"):
        tumen.run("hyesan-yearly", replicates=3000, progress=fail, luck_only=True)


def test_other_threads_run_while_playing(small):
    """The interpreter is free: what another thread counts goes up before playing ends."""
    counted, stop = [0], threading.Event()

    def count():
        while not stop.is_set():
            counted[0] += 1
            time.sleep(0)
    other = threading.Thread(target=count)

    def wait_for_the_other(done, failed, replicates, share, seconds):
        started.append(counted[0])
    started = []
    other.start()
    try:
        tumen.run("hyesan-yearly", replicates=12, threads=1, progress=wait_for_the_other, luck_only=True)
    finally:
        stop.set()
        other.join()
    assert started[-1] > 100


def test_a_terminal_sees_a_line_and_a_notebook_a_bar(monkeypatch):
    import io

    from tumen import _progress
    out = io.StringIO()
    line = _progress.Line(out)
    line(3, 1, 8, 0.5, 10)
    line.close()
    assert out.getvalue() == "\r\x1b[K4 of 8 replicates (1 failed), 10 s left\r\x1b[K"
    assert isinstance(_progress.chosen(False), _progress.Silence)
    assert isinstance(_progress.chosen(True), _progress.Line)
    assert isinstance(_progress.chosen(print), _progress.Call)
    shown = []

    class Handle:
        def update(self, page):
            shown.append(page)
    module = type("IPython", (), {"display": type("display", (), {"HTML": staticmethod(str)})})
    monkeypatch.setitem(__import__("sys").modules, "IPython", module)
    monkeypatch.setitem(__import__("sys").modules, "IPython.display", module.display)
    bar = _progress.Bar(lambda page, display_id: Handle())
    bar(4, 0, 8, 0.5, 10)
    bar.close()
    assert 'value="0.500"' in shown[0] and "4 of 8" in shown[0] and shown[-1] == ""

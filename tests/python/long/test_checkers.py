"""Checkers of types take the package, and find mistakes in programs that use it."""

import os
import re
import shutil
import subprocess
import sys

import pytest
from conftest import INSTALLED, PACKAGE as RUNNING, ROOT

PACKAGE = ROOT / "python/tumen"


# What the stub says otherwise than the package as it runs, each with its reason.
ALLOWED = r"""
tumen\._tumen\.Progress                                       # a name for a type, which only the stub needs
tumen\.(Results|Scenario)\.__init__                           # nobody makes one but the functions of the package
tumen\._(?!tumen).*                                           # modules without stubs: what is public is in tumen
tumen\._tumen\.[A-Z]\w+(\.__init__)?                            # classes of pybind11 have a metaclass of its own
tumen\._tumen\.Memory\.__buffer__                            # Python shows it from version 3.12 on
"""
# Other libraries are read by name alone.
SETTINGS = """\
[mypy]
ignore_missing_imports = True
[mypy-IPython.*,arviz.*,dask.*,matplotlib.*,numpy.*,pandas.*,pyarrow.*,xarray.*,xlsxwriter.*]
follow_imports = skip
"""


def said_by(*words, folder, **more):
    return subprocess.run([str(word) for word in words], cwd=folder, capture_output=True, text=True, timeout=600, **more)


@pytest.fixture(scope="module")
def typed(tmp_path_factory):
    """The package's sources alone in a folder, as a checker finds them, and a program that uses them well, and badly."""
    folder = tmp_path_factory.mktemp("typed")
    shutil.copytree(PACKAGE, folder / "tumen", ignore=shutil.ignore_patterns("*.so", "__pycache__"))
    (folder / "mypy.ini").write_text(STRICT)
    (folder / "good.py").write_text(GOOD)
    (folder / "bad.py").write_text(BAD)
    return folder


GOOD = """\
import concurrent.futures
import datetime
import pandas
import tumen

def winter(date: datetime.date) -> str | None:
    return "30 %" if date.month in (12, 1, 2) else None

results: tumen.Results = tumen.run("hyesan-handin", replicates=range(1, 4), set={"fee_base": 0.3},
                                   schedules=[tumen.schedule("fee_base", winter)],
                                   executor=concurrent.futures.ThreadPoolExecutor())
days: pandas.DataFrame = results.derive("twice", lambda frame: frame["calls"] * 2).daily
both: tumen.Comparison = tumen.compare("hyesan-calm", tumen.scenario("hyesan-handin"))
found: tumen.Sensitivity = tumen.sensitivity("hyesan-handin", method="sobol", vary={"fee_base": (0.2, 0.4)})
problem, inputs, outputs = found.to_salib("handed_in")
verdict: str = results.judge("mean(calls, all)", sign="positive").verdict
units: pandas.Series = tumen.parameters["unit"]
"""

BAD = """\
import tumen
tumen.run(3)
tumen.run("hyesan-handin", replicates="12")
tumen.run("hyesan-handin", set=["fee_base=0.2"])
tumen.sensitivity("hyesan-handin", method="moris")
tumen.run("hyesan-handin").dayly
tumen.schedule("fee_base", 0.3)
"""
MISTAKES = list(range(2, 8))  # the lines of BAD


# Libraries that say nothing of types, or too little.
STRICT = """\
[mypy]
ignore_missing_imports = True
[mypy-IPython.*,arviz.*,matplotlib.*,pyarrow.*,xarray.*,xlsxwriter.*]
follow_imports = skip
"""


def lines_of(text, name):
    return sorted({int(line) for line in re.findall(rf"{name}:(\d+):.*error", text)})


def test_mypy_takes_the_package_and_finds_mistakes(typed):
    strict = [sys.executable, "-m", "mypy", "--strict", "--config-file", "mypy.ini", "--no-error-summary", "--cache-dir",
              typed / "cache"]
    stubs = said_by(*strict, "tumen/_tumen.pyi", folder=typed)
    assert stubs.returncode == 0, stubs.stdout
    good = said_by(*strict, "good.py", folder=typed)
    assert good.returncode == 0, good.stdout
    assert lines_of(said_by(*strict, "bad.py", folder=typed).stdout, "bad.py") == MISTAKES


def test_mypy_finds_nothing_in_the_package_itself_and_finds_what_is_put_there(tmp_path):
    shutil.copytree(PACKAGE, tmp_path / "tumen", ignore=shutil.ignore_patterns("*.so", "__pycache__"))
    (tmp_path / "mypy.ini").write_text(STRICT)
    strict = [sys.executable, "-m", "mypy", "--strict", "--config-file", "mypy.ini", "--cache-dir", tmp_path / "cache"]
    modules = sorted(str(path.relative_to(tmp_path)) for path in (tmp_path / "tumen").rglob("*.py"))
    found = said_by(*strict, *modules, folder=tmp_path)
    assert found.returncode == 0, found.stdout
    assert f"no issues found in {len(modules)} source files" in found.stdout
    tables = tmp_path / "tumen/_tables.py"
    tables.write_text(tables.read_text().replace('.set_index(index)', '.set_index(index).columns'))
    assert "_tables.py" in said_by(*strict, *modules, folder=tmp_path).stdout


def test_pyright_takes_the_package_and_finds_mistakes(typed):
    pyright = ["node", ROOT / "tests/python/node_modules/pyright/index.js", "--pythonpath", sys.executable]
    good = said_by(*pyright, "good.py", folder=typed)
    assert good.returncode == 0, good.stdout
    assert lines_of(said_by(*pyright, "bad.py", folder=typed).stdout, "bad.py") == MISTAKES


def test_the_stub_is_that_of_the_engine_as_it_runs(tmp_path):
    (tmp_path / "allowed").write_text(ALLOWED)
    (tmp_path / "mypy.ini").write_text(SETTINGS)
    place = {} if INSTALLED else {"PYTHONPATH": str(RUNNING), "MYPYPATH": str(RUNNING)}
    done = said_by(sys.executable, "-m", "mypy.stubtest", "--mypy-config-file", "mypy.ini", "--allowlist", "allowed",
                   "--ignore-unused-allowlist", "tumen", folder=tmp_path, env={**os.environ, **place})
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Success" in done.stdout

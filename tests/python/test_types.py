"""The stubs and docstrings keep up with the code."""

import ast
import inspect
import re
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT

import tumen
from tumen import _tumen

PACKAGE = ROOT / "python/tumen"


def stubbed(name):
    """Names of a stub: of the module, and of each class."""
    tree = ast.parse((PACKAGE / name).read_text())
    found = {}
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            found[node.name] = {one.name for one in node.body if isinstance(one, ast.FunctionDef)} | {
                one.target.id for one in node.body if isinstance(one, ast.AnnAssign)}
        elif isinstance(node, ast.FunctionDef):
            found[node.name] = [one.arg for one in node.args.args + node.args.kwonlyargs]
        elif isinstance(node, ast.AnnAssign):
            found[node.target.id] = set()
    return found


def test_the_stub_of_the_engine_has_everything_it_has_and_nothing_else():
    stub = stubbed("_tumen.pyi")
    there = {name for name in dir(_tumen) if not name.startswith("__")}
    assert there == set(stub) - {"Progress"}
    for name in there:
        one = getattr(_tumen, name)
        if inspect.isclass(one):
            members = {member for member in vars(one) if not member.startswith("__") and member != "_pybind11_conduit_v1_"}
            assert members == stub[name] - {"__init__"}, name


@pytest.mark.parametrize("name", tumen.__all__)
def test_the_stub_of_the_package_has_every_public_name_with_its_arguments(name):
    stub = stubbed("__init__.pyi")
    assert name in stub
    one = getattr(tumen, name)
    if inspect.isfunction(one):
        assert list(inspect.signature(one).parameters) == stub[name] or name == "compare"
    elif inspect.isclass(one) and not issubclass(one, BaseException):
        public = {member for member in vars(one) if not member.startswith("_")}
        assert public - {"answer"} <= stub[name] | stub["Results"], public - stub[name]


@pytest.mark.parametrize("name", tumen.__all__)
def test_every_public_name_and_member_says_what_it_is(name):
    one = getattr(tumen, name)
    if not callable(one):
        return
    assert inspect.getdoc(one), name
    if inspect.isclass(one) and not issubclass(one, BaseException):
        for member, value in vars(one).items():
            described = inspect.isfunction(value) or (isinstance(value, property) and value.fget.__name__ != "<lambda>")
            if described and not member.startswith("_"):
                assert inspect.getdoc(value), f"{name}.{member}"


def test_the_package_says_that_it_is_typed():
    assert (PACKAGE / "py.typed").is_file()


def said_by(*words, folder):
    return subprocess.run([str(word) for word in words], cwd=folder, capture_output=True, text=True, timeout=300)


@pytest.fixture(scope="module")
def typed(tmp_path_factory):
    """The package's sources alone in a folder, as a checker finds them, and a program that uses them well, and badly."""
    folder = tmp_path_factory.mktemp("typed")
    shutil.copytree(PACKAGE, folder / "tumen", ignore=shutil.ignore_patterns("*.so", "__pycache__"))
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


def lines_of(text, name):
    return sorted({int(line) for line in re.findall(rf"{name}:(\d+):.*error", text)})


def test_mypy_takes_the_stubs_and_finds_mistakes(typed):
    strict = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--cache-dir", typed / "cache"]
    stubs = said_by(*strict, "tumen/__init__.pyi", "tumen/_tumen.pyi", folder=typed)
    assert stubs.returncode == 0, stubs.stdout
    good = said_by(*strict, "good.py", folder=typed)
    assert good.returncode == 0, good.stdout
    assert lines_of(said_by(*strict, "bad.py", folder=typed).stdout, "bad.py") == MISTAKES


def test_pyright_takes_the_stubs_and_finds_mistakes(typed):
    pyright = ["node", ROOT / "tests/python/node_modules/pyright/index.js", "--pythonpath", sys.executable]
    good = said_by(*pyright, "good.py", "tumen/__init__.pyi", folder=typed)
    assert good.returncode == 0, good.stdout
    assert lines_of(said_by(*pyright, "bad.py", folder=typed).stdout, "bad.py") == MISTAKES

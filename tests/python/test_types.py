"""The stubs and docstrings keep up with the code."""

import ast
import inspect

import pytest
from conftest import ROOT

import tumen
from tumen import _tumen

PACKAGE = ROOT / "python/tumen"


def stubbed(name):
    """Names of a stub: of the module, and of each class; what it takes from the generated rows has its names there."""
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
        elif isinstance(node, ast.ImportFrom) and node.module == "_rows" and name == "__init__.pyi":
            rows = stubbed("_rows.py")
            found |= {one.name: rows[one.name] for one in node.names}
    return found


def test_the_stub_of_the_engine_has_everything_it_has_and_nothing_else():
    stub = stubbed("_tumen.pyi")
    there = {name for name in dir(_tumen) if not name.startswith("__")}
    assert there == set(stub) - {"Progress"}
    for name in there:
        one = getattr(_tumen, name)
        if inspect.isclass(one):
            members = {member for member in vars(one) if not member.startswith("__") and member != "_pybind11_conduit_v1_"}
            # Before 3.12 Python does not show that an object has a buffer.
            assert members == stub[name] - {"__init__", "__buffer__"}, name


@pytest.mark.parametrize("name", tumen.__all__)
def test_the_stub_of_the_package_has_every_public_name_with_its_arguments(name):
    stub = stubbed("__init__.pyi")
    assert name in stub
    one = getattr(tumen, name)
    if inspect.isfunction(one):
        assert list(inspect.signature(one).parameters) == stub[name] or name == "compare"
    elif inspect.isclass(one) and not issubclass(one, BaseException):
        public = {member for member in dir(one) if not member.startswith("_")}
        assert public - {"answer"} <= stub[name] | stub["Results"], public - stub[name]


@pytest.mark.parametrize("name", tumen.__all__)
def test_every_public_name_and_member_says_what_it_is(name):
    one = getattr(tumen, name)
    if not callable(one):
        return
    assert inspect.getdoc(one), name
    if inspect.isclass(one) and not issubclass(one, BaseException):
        for member, value in inspect.getmembers(one):
            described = inspect.isfunction(value) or (isinstance(value, property) and value.fget.__name__ != "<lambda>")
            if described and not member.startswith("_"):
                assert inspect.getdoc(value), f"{name}.{member}"


def test_the_package_says_that_it_is_typed():
    assert (PACKAGE / "py.typed").is_file()

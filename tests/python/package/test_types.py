"""The stub of the engine, types and docstrings keep up with the code."""

import ast
import inspect

import pytest
from conftest import ROOT

import tumen
from tumen import _tables, _tumen

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
            # Before 3.12 Python does not show that an object has a buffer.
            assert members == stub[name] - {"__init__", "__buffer__"}, name


def test_tables_that_are_made_when_asked_for_are_declared_for_checkers():
    module = ast.parse((PACKAGE / "__init__.py").read_text())
    declared = {one.target.id for one in ast.walk(module) if isinstance(one, ast.AnnAssign)}
    assert declared == set(_tables.TABLES) <= set(tumen.__all__)


@pytest.mark.parametrize("name", tumen.__all__)
def test_every_public_function_and_method_says_its_types(name):
    one = getattr(tumen, name)
    functions = [one] if inspect.isfunction(one) else []
    if inspect.isclass(one) and not issubclass(one, BaseException):
        functions = [getattr(member, "fget", member) for label, member in inspect.getmembers(one)
                     if not label.startswith("_") and (inspect.isfunction(member) or isinstance(member, property))]
    for function in functions:
        if function.__name__ == "<lambda>":
            continue
        said = function.__annotations__
        wanted = set(inspect.signature(function).parameters) - {"self"}
        assert wanted | {"return"} <= set(said) | {"self"}, f"{name}.{function.__name__}"


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

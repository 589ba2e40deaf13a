"""Docstrings are in numpydoc's form: every argument, what comes back in which shape, and what is refused."""

import inspect
import re

import pytest
from numpydoc.docscrape import get_doc_object
from numpydoc.validate import validate

import tumen

# What numpydoc may ask for besides, and this package has elsewhere: long summaries where a line says all, links from
# each to others (the site has them), and examples (docs/python.md, whose lines are run).
LEFT_OUT = {"ES01", "SA01", "EX01"}
TABLES = {"pandas.DataFrame", "numpy.ndarray"}


def documented():
    """Name -> object: public functions, classes and their members."""
    for name in tumen.__all__:
        one = getattr(tumen, name)
        if inspect.isfunction(one):
            yield f"tumen.{name}", one
        elif inspect.isclass(one):
            yield f"tumen.{name}", one
            for member, value in inspect.getmembers(one):
                unnamed = isinstance(value, property) and value.fget.__name__ == "<lambda>"
                if not member.startswith("_") and (inspect.isfunction(value) or isinstance(value, property)) and not unnamed:
                    yield f"tumen.{name}.{member}", value


DOCUMENTED = dict(documented())


def is_inherited(name):
    """An exception's members are Python's own."""
    owner = name.split(".")[1]
    return inspect.isclass(getattr(tumen, owner)) and issubclass(getattr(tumen, owner), BaseException) and name.count(".") == 2


@pytest.mark.parametrize("name", [name for name in DOCUMENTED if not is_inherited(name)])
def test_numpydoc_finds_nothing_to_complain_of(name):
    # Functions make the objects of a class, so that nobody calls its constructor: what it holds stands under Attributes.
    left_out = LEFT_OUT | ({"PR01"} if inspect.isclass(DOCUMENTED[name]) else set())
    assert [error for error in validate(name)["errors"] if error[0] not in left_out] == []


def sections():
    for name, one in DOCUMENTED.items():
        if not inspect.isclass(one) and not is_inherited(name):
            yield name, one, get_doc_object(one)


def test_every_table_says_what_a_row_is():
    returned = [(name, part) for name, _, said in sections() for part in said["Returns"] if part.type in TABLES]
    assert len(returned) > 15
    assert [name for name, part in returned if not re.search(r"\brows?\b|\bshape\b", " ".join(part.desc))] == []


def test_what_a_function_refuses_itself_stands_under_raises():
    refused = [(name, error, said) for name, one, said in sections() if inspect.isfunction(one)
               for error in set(re.findall(r"raise (\w+)\(", inspect.getsource(one)))]
    assert len(refused) > 5
    assert [(name, error) for name, error, said in refused if error not in {part.type for part in said["Raises"]}] == []

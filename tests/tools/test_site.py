"""The documentation site has a place for every document: one that stands in no list stops its build."""

import fnmatch
import importlib.machinery
import importlib.util
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
# site/build lists these in the page of decisions.
ELSEWHERE = "docs/decisions/0*"
MADE = ("reference/", "notebooks/", "gallery/")


def documents():
    loader = importlib.machinery.SourceFileLoader("site_build", str(ROOT / "site/build"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("site_build", loader))
    loader.exec_module(module)
    return {str(path.relative_to(ROOT).with_suffix("")) for path in module.documents()}


def listed():
    trees = re.findall(r"```\{toctree\}\n(.*?)```", (ROOT / "site/index.md").read_text(), re.DOTALL)
    return [line for tree in trees for line in tree.splitlines() if line and not line.startswith(":")]


def test_every_document_stands_in_a_list_once():
    names = listed()
    assert len(names) == len(set(names))
    wanted = {one for one in documents() if not fnmatch.fnmatch(one, ELSEWHERE)}
    assert wanted - set(names) == set()


def test_what_is_listed_is_there():
    made = {f"notebooks/{path.stem}" for path in (ROOT / "python/notebooks").glob("*.py")}
    gone = [one for one in listed() if one not in documents() and not one.startswith(MADE)]
    assert gone == [] and made <= set(listed())

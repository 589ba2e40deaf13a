"""The documentation site has a place for every document: one that stands in no list stops its build."""

import fnmatch
import importlib.machinery
import importlib.util
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "site"))
import equations  # noqa: E402

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


NAMES = {"fee_base", "call_rate", "penalty", "search", "half_life"}


@pytest.mark.parametrize("typed, drawn", [
    ("r <- s0 + 1", "<i>r</i> &larr; <i>s</i><sub>0</sub> + 1"),
    ("theta >= pi", "<i>&theta;</i> &ge; <i>&pi;</i>"),
    ("fee_base[role]", '<span class="parameter">fee_base</span><sub>role</sub>'),
    ("2^-(1/half_life)", '2<sup>&minus;<span class="fraction"><span>1</span><span><span class="parameter">half_life</span>'
                         "</span></span></sup>"),
    ("(1 - fee) / max(1, S)", '<span class="fraction"><span>1 &minus; fee</span><span>max(1, <i>S</i>)</span></span>'),
    ("(1 - b')^k (y", "(1 &minus; <i>b</i>&prime;)<sup><i>k</i></sup> (<i>y</i>"),
    ("a r_felt X", "<i>a</i> <i>r</i><sub>felt</sub> <i>X</i>"),
    ("a hand-in of the broker's", "a hand-in of the broker's"),
    ("search a search", '<span class="parameter">search</span> a search'),
    ("call_rate x adults", '<span class="parameter">call_rate</span> &times; adults'),
    ("a < b & c", "<i>a</i> &lt; <i>b</i> &amp; <i>c</i>"),
])
def test_an_equation_is_drawn_as_it_is_typed(typed, drawn):
    assert equations.Reader(typed, NAMES).drawn() == drawn


def test_every_equation_of_the_model_is_drawn_and_none_of_its_words_is_lost():
    text = (ROOT / "docs/model.md").read_text()
    typed = equations.BLOCK.findall(text)
    parameters = set(re.findall(r"^\[(\w+)\]", (ROOT / "evidence/parameters.toml").read_text(), re.MULTILINE))
    assert len(typed) >= 15
    for block in typed:
        drawn = equations.block(block, parameters)
        assert not re.search(r"<-|\^|>=|\s/\s", re.sub(r"<[^>]*>", "", drawn))
        left = set(re.findall(r"\w{3,}", re.sub(r"<[^>]*>|&\w+;", " ", drawn)))
        assert set(re.findall(r"\w{3,}", block)) - left <= {"theta", "r_felt"}, block
    assert "```\n" not in equations.with_equations(text, parameters).replace("\n```\n", "")


def test_a_table_of_r_has_every_function_of_the_package():
    exported = set(re.search(r"^export\((.+)\)$", (ROOT / "r/tumen/NAMESPACE").read_text(), re.MULTILINE)[1].split(", "))
    import reference
    page = reference.r()
    assert len(exported) > 5 and exported <= set(re.findall(r"^## (\w+): \S", page, re.MULTILINE))
    assert page.count("```text") == page.count("Usage:") == len(list((ROOT / "r/tumen/man").glob("*.Rd")))


def test_a_pattern_has_its_picture_under_its_facts_and_no_other():
    import pictures
    row = {"verdict": "shown", "showing": 3, "replicates": 4, "mean": 2.5}
    page = pictures.beside("# Patterns\n\n## P1\n\nfacts\n\n## P2\n\nothers\n", [("P1", [1.0, 2.0, 3.0, 4.0], row)])
    first, second = page.split("## P2")
    assert first.count("<circle") == 4 and "3 of 4 replicates show it" in first and first.index("facts") < first.index("<svg")
    assert "<svg" not in second
    marks = [float(one) for one in re.findall(r'cx="([\d.]+)"', first)]
    assert marks == sorted(marks) and float(re.search(r'x1="([\d.]+)"', first)[1]) == pytest.approx(sum(marks) / 4, abs=0.1)

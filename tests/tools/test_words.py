"""Words that no face says: in how many plays something is so is told instead of how sure one may be."""

import ast
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
CERTAIN = re.compile(r"\bcertain(ly)?\b|(?<!\ubd88)\ud655\uc2e4", re.IGNORECASE)
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


def literals(folder, *endings):
    """What C++, TypeScript and R say: the texts in their quotes; those of includes and imports hold no such word."""
    for ending in endings:
        for path in sorted(ROOT.glob(f"{folder}/**/*.{ending}")):
            if "node_modules" not in path.parts:
                yield from ((path, text) for text in LITERAL.findall(path.read_text()))


def of_python(folder):
    """Texts of Python, docstrings among them."""
    for path in sorted(ROOT.glob(f"{folder}/**/*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield path, node.value


def of_tables():
    def leaves(node):
        if isinstance(node, str):
            yield node
        else:
            for one in node.values() if isinstance(node, dict) else node:
                yield from leaves(one)
    for path in sorted(ROOT.glob("texts/*/*.json")):
        yield from ((path, text) for text in leaves(json.loads(path.read_text())))


def of_pages():
    """The pages that show what the program says. Decisions tell what it once said."""
    for path in sorted([ROOT / "README.md", *ROOT.glob("docs/*.md")]):
        yield from ((path, line) for line in path.read_text().splitlines())


FACES = {"program": lambda: literals("src", "cpp", "hpp"), "page": lambda: literals("web/src", "ts", "tsx"),
         "binding": lambda: literals("python/src", "cpp", "hpp"), "R": lambda: literals("r", "R"),
         "python": lambda: of_python("python/tumen"), "texts": of_tables, "documents": of_pages}


@pytest.mark.parametrize("face", FACES)
def test_nothing_is_called_certain(face):
    said = list(FACES[face]())
    assert len(said) > 20, "this looks elsewhere"
    assert [(str(path.relative_to(ROOT)), text[:120]) for path, text in said if CERTAIN.search(text)] == []


@pytest.mark.parametrize("text, found", [
    ("certainly lower", True), ("not yet certain", True), ("\ud655\uc2e4\ud568", True),
    ("\ubd88\ud655\uc2e4", False), ("deterrence = certainty", False), ("lower in 97 of 100 plays", False)])
def test_the_word_is_known_when_it_is_met(text, found):
    assert bool(CERTAIN.search(text)) == found

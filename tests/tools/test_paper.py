"""The paper says what its journal asks for, cites what it lists, and calls the program what its metadata call it."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TEXT = (ROOT / "docs/paper/paper.md").read_text()
HEAD, BODY = re.fullmatch(r"---\n(.*?)\n---\n(.*)", TEXT, re.DOTALL).groups()
LISTED = re.findall(r"^@\w+\{(\w+),", (ROOT / "docs/paper/paper.bib").read_text(), re.MULTILINE)


def test_it_is_of_the_length_and_has_the_parts_that_the_journal_asks_for():
    assert 250 <= len(BODY.split()) <= 1750
    assert {"Summary", "Statement of need", "References"} <= set(re.findall(r"^# (.+)$", BODY, re.MULTILINE))


def test_what_it_cites_is_listed_and_what_is_listed_is_cited():
    cited = re.findall(r"@(\w+)", BODY)
    assert set(cited) == set(LISTED) and len(LISTED) == len(set(LISTED))


def test_its_head_says_what_the_metadata_say():
    about = tomllib.loads((ROOT / "packaging/metadata.toml").read_text())
    assert f'title: "{about["title"]}"' in HEAD
    assert re.findall(r"^  - (?!name)(.+)$", HEAD, re.MULTILINE) == about["keywords"]
    names = re.findall(r"^  - name: (.+)$", HEAD, re.MULTILINE)
    assert names == [one.get("name") or f"{one['given_name']} {one['family_name']}" for one in about["authors"]]

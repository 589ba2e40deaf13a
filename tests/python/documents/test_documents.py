"""The lines of docs/python.md run as they stand there."""

import re

import pytest
from conftest import ROOT

import tumen

TEXT = (ROOT / "docs/python.md").read_text()
BLOCKS = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)


def test_the_blocks_run_one_after_the_other(tmp_path, monkeypatch, capsys):
    (tmp_path / "mine.toml").write_text("days = 10\nstart = 2020-02-30\n")
    monkeypatch.chdir(tmp_path)
    names = {}
    for block in BLOCKS:
        exec(compile(block, "docs/python.md", "exec"), names)
    said = capsys.readouterr().out
    assert "mine.toml:2:" in said and "[[schedule]]" in said
    assert (tmp_path / "winter.sqlite").is_file()
    assert "calls_a_phone" in names["results"].daily


def test_every_function_that_plays_is_described():
    for name in ("run", "compare", "check", "sweep", "sensitivity", "calibrate", "open_results"):
        assert f"`tumen.{name}(" in TEXT


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`tumen\.(\w+)", TEXT))))
def test_every_name_in_the_document_is_there(name):
    assert hasattr(tumen, name)

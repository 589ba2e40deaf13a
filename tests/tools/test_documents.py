"""The documents say what the program says: generated tables are up to date, the tutorials can be typed."""

import importlib.machinery
import importlib.util
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = Path(os.environ.get("TUMEN", ROOT / "build/tumen")).resolve()


@pytest.mark.parametrize("words", [
    ["generate_docs", "--check"],
    ["generate_results", "--check"],
    ["generate_evidence", "--check", "--unplayed"],
    ["test_docs", "--only", "session", "--shortly"],
    ["test_docs", "--only", "rule", "--before", "cmake"],
], ids=" ".join)
def test_documents(words):
    result = subprocess.run([ROOT / "tools" / words[0], "--tumen", PROGRAM, *words[1:]],
                            capture_output=True, text=True, cwd=ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_patches_that_show_what_an_addition_costs_still_apply():
    """That they build and do what their pages say is the nightly's stage `additions`."""
    patches = sorted((ROOT / "docs/patches").glob("*.patch"))
    assert len(patches) >= 3
    result = subprocess.run(["git", "apply", "--check", *patches], capture_output=True, text=True, cwd=ROOT)
    assert result.returncode == 0, result.stderr


def test_sources_that_these_patches_change_still_compile(tmp_path):
    """Those changed, not all that include them."""
    for folder in ("src", "evidence"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    patches = sorted((ROOT / "docs/patches").glob("*.patch"))
    subprocess.run(["git", "apply", "--include=src/*", "--include=evidence/*", *patches], cwd=tmp_path, check=True)
    subprocess.run([ROOT / "tools/compile_parameters", "evidence/parameters.toml", "src/rules", "generated"], cwd=tmp_path, check=True)
    changed = set(re.findall(r"^\+\+\+ b/(src/\S+\.cpp)$", "".join(path.read_text() for path in patches), re.MULTILINE))
    assert len(changed) >= 4
    result = subprocess.run(["g++", "-std=c++20", "-fsyntax-only", "-Isrc", "-Igenerated", *sorted(changed)], cwd=tmp_path,
                            capture_output=True, text=True)
    assert result.returncode == 0, result.stderr


def test_every_part_of_the_contract_has_its_heading_rule_and_tests():
    result = subprocess.run([ROOT / "tools/generate_mechanisms", "--check"], capture_output=True, text=True, cwd=ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_korean_terms_are_in_use_and_their_table_is_written():
    result = subprocess.run([ROOT / "tools/generate_terms", "--check"], capture_output=True, text=True, cwd=ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_korean_term_that_no_text_uses_is_noticed():
    found = load("generate_terms").problems({"sources": {}, "terms": [
        {"en": "nothing", "ko": "\uc5c6\ub294\ub9d0\ud478", "north": "", "sources": ["F0"], "note": ""}]})
    assert len(list(found)) == 2


def test_a_second_korean_word_for_a_term_is_noticed():
    found = load("generate_terms").problems({"sources": {}, "terms": [
        {"en": "simulation", "ko": "\ubaa8\ud615", "not": "\uc2dc\ubbac\ub808\uc774\uc158", "north": "", "sources": [], "note": "x"}]})
    assert len(list(found)) == 1


def load(tool):
    loader = importlib.machinery.SourceFileLoader(tool, str(ROOT / "tools" / tool))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader(tool, loader))
    loader.exec_module(module)
    return module


@pytest.mark.parametrize("shown, said, renewed", [
    (["a", "...", "z"], ["a", "b", "z"], ["a", "...", "z"]),
    (["a", "...", "z"], ["A", "b", "c", "Z"], ["A", "...", "Z"]),
    (["...", "z"], ["b", "c", "Z"], ["...", "Z"]),
    (["a", "..."], ["A", "b"], ["A", "..."]),
    (["a", "...", "z"], ["A", "Z"], ["A", "Z"]),
    (["a", "z"], ["A", "b", "Z"], ["A", "b", "Z"]),
], ids=["fits", "both ends", "the end", "the beginning", "no gap left", "whole"])
def test_renewed_outputs_keep_what_was_shown_of_them(shown, said, renewed):
    assert load("test_docs").shortened(shown, said) == renewed


def test_documents_and_manual_pages_list_every_exit_code():
    declared = re.search(r"enum class ExitCode[^{]*\{(.*?)\}", (ROOT / "src/app/cli/command/command.hpp").read_text(), re.DOTALL)
    codes = dict(re.findall(r"(\w+) = (\d+)", declared[1]))
    assert codes["done"] == "0" and len(codes) == 8
    table = (ROOT / "docs/tutorial.md").read_text().partition("| code | what it means |")[2].partition("\n\n")[0]
    assert re.findall(r"^\| (\d+) \|", table, re.MULTILINE) == list(codes.values())
    assert re.findall(r"\{ExitCode::(\w+), \"", (ROOT / "tools/manuals/pages.cpp").read_text()) == list(codes)


def test_no_command_ends_with_a_code_that_has_no_name():
    of_numbers = re.compile(r"ExitCode(?: \w+)?[{(]\d|static_cast<ExitCode>|return \{\d+\};")
    for path in (ROOT / "src/app").rglob("*.[ch]pp"):
        assert of_numbers.findall(path.read_text()) == [], path.relative_to(ROOT)


def measured(page, column):
    """What a table of measures says was measured, of the rows that two pages share."""
    rows = [line.strip("| ").split(" | ") for line in (ROOT / "docs" / page).read_text().splitlines()
            if line.startswith("| ")]
    found = {row[0].replace("the same at 1280 x 800", "wide"): row[column] for row in rows if len(row) > column}
    named = {"words": "words before", "page": "the page without results", "wide": "wide", "phone": "first picture begins"}
    return {name: next(value for key, value in found.items() if key.startswith(begin)) for name, begin in named.items()}


def test_two_pages_that_tell_of_one_measure_tell_the_same():
    assert measured("explorer.md", 2) == measured("first-screens.md", 4)

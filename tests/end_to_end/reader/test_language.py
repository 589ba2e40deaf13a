"""Korean on a terminal whose locale is Korean, and by --lang; what programs read stays English."""

import json
import re

import pytest
from conftest import INVALID, USAGE
from terminal import on_terminal

HANGUL = re.compile("[\uac00-\ud7a3]")
# Three English words in a row: a sentence that was left.
ENGLISH = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,} [A-Za-z]{2,}")


def left_in_english(text):
    """Lines with English sentences, but for names of columns, the title of somebody's own scenario and commands."""
    return [line for line in text.splitlines()
            if ENGLISH.search(line) and not line.lstrip().startswith(("A small", "tumen "))
            and not re.search(r"  middle  |other - base", line)]


@pytest.mark.parametrize("words", [["--luck-only"], ["--values", "prior"]], ids=["luck", "prior"])
def test_a_run_is_told_in_korean_with_the_same_numbers(tumen, small, words):
    command = ["run", small, "--replicates", "8", "--out", "a.sqlite", *words]
    english = tumen(*command)
    korean = tumen(*command, "--force", "--lang", "ko")
    assert not HANGUL.search(english.stdout + english.stderr)
    assert HANGUL.search(korean.stdout) and HANGUL.search(korean.stderr)
    assert left_in_english(english.stdout), "in English it is full of them"
    assert not left_in_english(korean.stdout + korean.stderr)
    numbers = re.compile(r"\d[\d,.]*\d|\d")
    counted = re.search(r"counted ([\d,]+)", english.stdout)
    assert counted[1] in numbers.findall(korean.stdout)


def test_a_comparison_is_told_in_korean(tumen, small):
    other = (tumen.folder / small).read_text().replace('name = "small"', 'name = "other"').replace("promised", "none")
    (tumen.folder / "other.toml").write_text(other)
    said = tumen("compare", small, "other.toml", "--replicates", "8", "--values", "prior", "--lang", "ko")
    left = [line for line in left_in_english(said.stdout + said.stderr) if " less " not in line]
    assert not left


def test_a_terminal_speaks_its_locale_and_a_pipe_does_not(tumen, small):
    said = on_terminal(tumen, "run", small, "--replicates", "2", LANG="ko_KR.UTF-8")
    assert HANGUL.search(said)
    assert not HANGUL.search(on_terminal(tumen, "run", small, "--replicates", "2", "--force", LANG="en_GB.UTF-8"))
    assert not HANGUL.search(on_terminal(tumen, "scenario", "list", "--lang", "en", LANG="ko_KR.UTF-8"))
    assert not HANGUL.search(tumen("scenario", "list", environment={"LANG": "ko_KR.UTF-8"}).stdout)


def test_what_programs_read_is_the_same_in_every_language(tumen, small):
    tumen("run", small, "--replicates", "4", "--out", "a.sqlite")
    for command in (["report", "a.sqlite", "--json"], ["export", "a.sqlite", "--csv", "--table", "headline"],
                    ["scenario", "list", "--json"], ["scenario", "explain", small, "--toml"]):
        assert tumen(*command, "--lang", "ko").stdout == tumen(*command).stdout, command
    json.loads(tumen("report", "a.sqlite", "--json", "--lang", "ko").stdout)


def test_the_recorded_command_has_no_language(tumen, small):
    tumen("run", small, "--replicates", "2", "--out", "a.sqlite", "--lang", "ko")
    report = json.loads(tumen("report", "a.sqlite", "--json").stdout)
    assert report["provenance"]["command"] == "tumen run small.toml --replicates 2"


def test_help_errors_and_exit_codes(tumen):
    assert HANGUL.search(tumen("--help", "--lang", "ko").stdout)
    english, korean = (tumen("run", "nowhere", "--lang", language, code=INVALID) for language in ("en", "ko"))
    assert "there is no scenario called nowhere" in english.stderr
    assert HANGUL.search(korean.stderr) and "nowhere" in korean.stderr
    assert '--lang knows no "fr"' in tumen("info", "--lang", "fr", code=USAGE).stderr

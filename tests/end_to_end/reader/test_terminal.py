"""stdout carries data, stderr messages; colour and moving lines only where somebody looks."""

import re
import subprocess
import unicodedata

import pytest
from conftest import INTERRUPTED, USAGE
from terminal import on_terminal

ESCAPE = "\x1b"


def test_no_colour_in_pipes(tumen, small):
    said = tumen("run", "--luck-only", small, "--replicates", "2")
    assert ESCAPE not in said.stdout + said.stderr and "\r" not in said.stderr
    assert ESCAPE not in tumen("info").stdout


def test_colour_and_a_moving_line_on_a_terminal(tumen, small):
    said = on_terminal(tumen, "run", "--luck-only", small, "--replicates", "20", "--threads", "1")
    assert ESCAPE in said
    assert "\r" in said and "of 20 replicates" in said


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colour_where_it_is_not_wanted(tumen, small, environment):
    assert ESCAPE not in on_terminal(tumen, "run", "--luck-only", small, "--replicates", "2", **environment)


def width_of(line):
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("columns", [60, 80])
@pytest.mark.parametrize("words", [
    ["run", "--replicates", "4"],
    ["run", "--luck-only", "--replicates", "4"],
    ["compare", "other.toml", "--replicates", "4"],
    ["compare", "other.toml", "--luck-only", "--replicates", "4"],
    ["sweep", "--vary", "fee_base=0.2..0.4:2", "--replicates", "2"],
    ["scenario", "explain"],
], ids=" ".join)
def test_texts_and_tables_are_as_wide_as_the_terminal(tumen, small, words, columns, language):
    other = 'extends = "small"\nname = "other"\n[parameters]\nfee_base = 0.4\n'
    (tumen.folder / "other.toml").write_text(other)
    at = 2 if words[0] == "scenario" else 1
    said = on_terminal(tumen, *words[:at], small, *words[at:], "--lang", language, columns=columns)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", said.replace("\r\n", "\n"))
    _, *lines = [line.rpartition("\r")[2] for line in plain.split("\n")]  # (the first is a message)
    assert len(lines) > 8
    assert [line for line in lines if width_of(line) > columns] == []


@pytest.mark.parametrize("command", ["run", "check", "given", "belief make"])
def test_help_is_as_wide_as_the_terminal(tumen, command):
    said = on_terminal(tumen, *command.split(), "--help", columns=80).replace("\r\n", "\n")
    assert [line for line in said.split("\n") if len(line) > 80] == []
    assert said.split() == tumen(*command.split(), "--help").stdout.split(), "the same words as in a pipe"


HOSTILE = f"a{ESCAPE}[31m\x07b"


@pytest.mark.parametrize("words", [
    ["export", "a.sqlite", "--table", HOSTILE],
    ["info", HOSTILE],
    ["run", "--luck-only", "small.toml", HOSTILE],
    ["run", "--luck-only", "small.toml", "--replicates", HOSTILE],
    ["run", "--luck-only", "small.toml", "--seed", HOSTILE],
    ["run", "--luck-only", "small.toml", "--on-error", HOSTILE],
    ["run", "--luck-only", "small.toml", "--time-limit", HOSTILE],
    ["run", "--luck-only", "small.toml", "--until", f"half-width=3%@{HOSTILE}"],
    ["sweep", "small.toml", "--vary", HOSTILE],
    ["sweep", "small.toml", "--vary", "fee_base", "--headline", HOSTILE],
    [HOSTILE],
], ids=lambda words: " ".join(words).partition(HOSTILE)[0] or "tumen")
def test_control_characters_of_a_wrong_word_do_not_reach_the_terminal(tumen, small, words):
    said = tumen(*words, code=USAGE)
    assert r"a\x1b[31m\x07b" in said.stderr
    assert ESCAPE not in said.stdout + said.stderr and "\x07" not in said.stdout + said.stderr


def test_data_goes_to_stdout_alone(tumen, small):
    said = tumen("run", "--luck-only", small, "--replicates", "2")
    assert "replicates" in said.stderr
    assert "seed 1" not in said.stdout


def test_output_that_cannot_be_written_is_a_failure(tumen):
    with open("/dev/full", "w") as full:
        result = subprocess.run(tumen.command("info"), cwd=tumen.folder, stdout=full, stderr=subprocess.PIPE, text=True)
    assert result.returncode == 1
    assert "could be written" in result.stderr


def test_a_long_run_says_so_every_few_seconds_in_a_pipe(tumen):
    said = tumen("run", "--luck-only", "hyesan-yearly", "--replicates", "400", "--threads", "2", "--time-limit", "5s",
                 code=INTERRUPTED).stderr
    assert "of 400 replicates, " in said and " left" in said


def test_nothing_is_asked(tumen, small):
    tumen("run", "--luck-only", small, "--replicates", "1", stdin=subprocess.DEVNULL)

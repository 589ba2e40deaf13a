"""tools/mutate: a change of a rule that the model's fingerprint must show, and a comment that it must not."""

import importlib.machinery
import importlib.util
import os
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = Path(os.environ.get("TUMEN_BUILD", ROOT / "build")).resolve()
FEW = 4  # plays of the fingerprint; all of them are for the nightly


@pytest.fixture(scope="module")
def mutate():
    loader = importlib.machinery.SourceFileLoader("mutate", str(ROOT / "tools/mutate"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("mutate", loader))
    sys.modules["mutate"] = module  # where its dataclass looks for itself
    loader.exec_module(module)
    return module


def few(hashes):
    found = list(islice(hashes, FEW))
    hashes.close()
    assert len(found) == FEW
    return found


@pytest.fixture(scope="module")
def plays(mutate, tmp_path_factory):
    return mutate.Plays(BUILD, tmp_path_factory.mktemp("plays"))


def changed(mutate, header, old, new):
    text = header.read_text()
    return next((number, one) for number, one in enumerate(mutate.mutants_of(header), 1)
                if (text[one.start:one.end], one.text) == (old, new))


@pytest.fixture(scope="module")
def waiting(mutate, plays):
    """A program in which every change of one rule waits for its number, and another rule has a comment more."""
    calling, threat = mutate.RULES / "calling.hpp", mutate.RULES / "threat.hpp"
    changes = [(number, one) for number, one in enumerate(mutate.mutants_of(calling), 1) if not one.is_constant()]
    return plays.program({calling: mutate.with_waiting(calling, changes), threat: threat.read_text() + "// nothing\n"}, plays.folder)


@pytest.fixture(scope="module")
def usual(plays):
    """What the plays of the program come to that is built from the rules as they are."""
    return few(plays.come_to(str(BUILD / "tools/tumen_fingerprint")))


def test_changes_that_nobody_asks_for_and_a_comment_change_nothing_that_the_plays_come_to(plays, waiting, usual):
    assert few(plays.come_to(waiting)) == usual


def test_a_sign_of_a_rule_changes_what_the_plays_come_to(mutate, plays, waiting, usual):
    number, _ = changed(mutate, mutate.RULES / "calling.hpp", " > ", " < ")
    assert few(plays.come_to(waiting, number)) != usual


def test_a_bound_of_a_rule_changes_what_the_plays_come_to(mutate, plays, usual):
    header = mutate.RULES / "threat.hpp"
    assert few(plays.hashes(header, changed(mutate, header, " <= ", " < ")[1].source())) != usual


RULE = """#pragma once
inline double rule(double a, double b) {
    double sum = a + b * 2;
    if (a < b && b >= 1.5) sum -= 3;
    sum *= a == 2 || b != 4 ? 0.5 : 7;
    return sum / (b > a ? b - a : 1);
}
"""
PRINTED = """#include <cstdio>
#include "rule.hpp"
int main() {
    for (double a = 0; a < 5; a += 0.5)
        for (double b = 0.25; b < 5; b += 0.25) std::printf("%a ", rule(a, b));
}
"""


def test_changes_that_wait_in_one_program_do_what_each_does_by_itself(mutate, tmp_path):
    header = tmp_path / "rule.hpp"
    header.write_text(RULE)
    changes = list(enumerate(mutate.mutants_of(header), 1))
    assert len(changes) > 20

    def program(name, text):
        own = tmp_path / name
        own.mkdir()
        for file, content in {"rule.hpp": text, "main.cpp": PRINTED, "mutant.hpp": mutate.waiting_operators()}.items():
            (own / file).write_text(content)
        subprocess.run(["g++", "-std=c++20", "-w", f"-I{own}", str(own / "main.cpp"), "-o", str(own / "program")], check=True)
        return lambda number=0: subprocess.run([str(own / "program")], env={**os.environ, "MUTANT": str(number)},
                                               capture_output=True, check=True).stdout

    waiting = program("waiting", mutate.with_waiting(header, changes))
    assert waiting() == program("usual", RULE)()
    for number, change in changes:
        assert waiting(number) == program(str(number), change.source())(), change


def test_every_change_is_of_code_and_never_of_a_comment_or_a_name(mutate, tmp_path):
    header = tmp_path / "rule.hpp"
    header.write_text('// 1 + 1 < 3\n#include "two2.hpp"\ninline bool is_one2(int x) { return x > 1; }\n')
    said = [(one.text.strip(), one.source().splitlines()[:2]) for one in mutate.mutants_of(header)]
    assert [text for text, _ in said] == [">=", "<", "2"]
    assert all(lines == header.read_text().splitlines()[:2] for _, lines in said)


def test_what_no_play_can_show_is_a_change_that_is_tried(mutate):
    tried = [one for header in mutate.chosen_headers([]) for one in mutate.mutants_of(header)]
    excused = [one for one in tried if one.alike()]
    assert len(excused) == len(mutate.ALIKE)
    assert {one.alike() for one in excused} == {why for *_, why in mutate.ALIKE}


def test_every_header_of_a_rule_is_changed_and_never_on_which_days_its_numbers_are_read(mutate):
    headers = mutate.chosen_headers([])
    assert {path.name for path in mutate.RULES.glob("*.hpp")} - {path.name for path in headers} == {"reading.hpp"}
    for header in headers:
        changes = list(mutate.mutants_of(header))
        assert changes or header.stem == "roles", header
        assert not [one for one in changes if "DaysRead" in one.told()], header

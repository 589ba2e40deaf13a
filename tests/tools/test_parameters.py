"""The structs and rows of parameters are what the ledger says, and what it lacks is named at its name."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
LEDGER = (ROOT / "evidence/parameters.toml").read_text()


def compile_parameters(tmp_path, text, code=0):
    ledger = tmp_path / "parameters.toml"
    ledger.write_text(text)
    done = subprocess.run([ROOT / "tools/compile_parameters", ledger, ROOT / "src/rules", tmp_path / "made"],
                          capture_output=True, text=True)
    assert (done.returncode != 0) == (code != 0), done.stderr
    return done.stderr


def test_a_new_entry_is_a_member_and_a_row(tmp_path):
    entry = '[report_kin]\ngroup = "reporting"\nkind = "daily"\nunit = "log-odds"\nvalue = 0\n\n'
    compile_parameters(tmp_path, LEDGER.replace("[reward]\n", entry + "[reward]\n"))
    structs = (tmp_path / "made/rules/parameters.hpp").read_text()
    rows = (tmp_path / "made/model/parameter_rows.hpp").read_text()
    assert "    double report_kin;  // [log-odds]\n    double reward;" in structs
    assert '{"report_kin", Group::reporting, unit_called("log-odds"), Kind::daily' in rows
    assert "return p.reporting.report_kin; }" in rows


@pytest.mark.parametrize("old, new, named", [
    ('group = "oath"', 'group = "oaths"', "[oath_visit] is in group 'oaths', of which src/rules has no header"),
    ('group = "oath"', 'group = "drift"', "src/rules/oath.hpp has no parameter in its group"),
    ("[oath_visit]\n", '[stray]\ngroup = "drift"\nkind = "daily"\nunit = "1"\nvalue = 0\n\n[oath_visit]\n',
     "[stray] stands apart from the others of group drift"),
    ('kind = "build"', 'kind = "weekly"', "[residents] is of kind 'weekly'"),
    ("[fee_base]\n", "[Fee]\n", "[Fee] is no name of a parameter"),
    ("{ resident = 0, family = 0, smuggler", "{ resident = 0, smuggler", "has values for resident, smuggler"),
])
def test_what_an_entry_lacks_is_named_once_and_nothing_is_written(tmp_path, old, new, named):
    assert old in LEDGER
    said = compile_parameters(tmp_path, LEDGER.replace(old, new), code=1)
    assert said.count(named) == 1
    assert not (tmp_path / "made").exists()


def test_a_mended_note_touches_nothing(tmp_path):
    compile_parameters(tmp_path, LEDGER)
    made = sorted(path for path in (tmp_path / "made").rglob("*.hpp"))
    before = [path.stat().st_mtime_ns for path in made]
    compile_parameters(tmp_path, LEDGER.replace('note = "See the first shape."', 'note = "See the other shape."'))
    assert [path.stat().st_mtime_ns for path in made] == before and len(made) == 2

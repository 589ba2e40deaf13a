"""A scenario that is wrong: file, line, column, what was expected; exit code 3, and nothing is written."""

import pytest
from conftest import INVALID, SMALL


def changed(old, new):
    assert old in SMALL
    return SMALL.replace(old, new)


BAD_FILES = {
    "unknown key": (changed("days = 60", "dayz = 60"), ["bad.toml:5:1", "did you mean", "days"]),
    "wrong unit": (SMALL + '\n[parameters]\ntransfer_amount = "3 days"\n', ["bad.toml:18:", "CNY"]),
    "beyond the evidence": (SMALL + '\n[parameters]\nfee_base = "55 %"\n',
                            ["bad.toml:18:", "10 % to 40 %", "evidence fee_base", "--beyond-evidence"]),
    "beyond what can be": (SMALL + "\n[parameters]\nfee_base = 1.5\n", ["bad.toml:18:", "fee_base"]),
    "a symbol of the description": (SMALL + "\n[parameters]\nfee0 = 0.2\n", ["bad.toml:18:1", "fee_base"]),
    "no such day": (changed("2020-09-01", "2020-02-30"), ["bad.toml:4:", "2020-02-30"]),
    "ends before it begins": (changed("2020-10-15", "2020-09-05"), ["bad.toml:14:6", "2020-09-05"]),
    "before the first day": (changed("from = 2020-09-10", "from = 2020-08-10"), ["bad.toml:13:8", "warm-up"]),
    "probabilities that do not sum": (
        SMALL + "\n[parameters]\nsentence_calm = { warned = 0.4, detained = 0.4, imprisoned = 0.1, exiled = 0.2 }\n",
        ["bad.toml:18:", "sentence_calm", "110 %"]),
    "not TOML": (SMALL + "\n= 3\n", ["bad.toml:17:1"]),
    "no city": (SMALL.split("[[city]]")[0], ["city"]),
    "two cities of one name": (SMALL + '\n[[city]]\nname = "hyesan"\nresidents = 1000\n', ["bad.toml:18:", "hyesan"]),
    "a build parameter in a schedule": (
        SMALL + '\n[[schedule]]\nparameter = "kin_abroad"\nfrom = 2020-09-10\nto = 2020-09-11\nvalue = 0.05\n',
        ["bad.toml:18:", "kin_abroad"]),
    "extends nobody": ('extends = "nobody"\n' + SMALL, ["bad.toml:1:", "nobody"]),
    "extends a path": ('extends = "../small"\n' + SMALL, ["bad.toml:1:"]),
    "extends itself": ('extends = "bad"\n' + SMALL, ["bad.toml:1:", "bad"]),
    "empty": ("", ["bad.toml", "empty"]),
    "hostile": ('title = "\x1b[31m"\n' + SMALL, ["bad.toml:1:"]),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_wrong_file_is_shown_as_a_compiler_shows_it(tumen, name):
    text, expected = BAD_FILES[name]
    (tumen.folder / "bad.toml").write_text(text)
    for command in (["run", "--luck-only", "bad.toml"], ["scenario", "check", "bad.toml"], ["scenario", "explain", "bad.toml"]):
        said = tumen(*command, code=INVALID)
        for phrase in expected:
            assert phrase in said.stderr, f"{phrase!r} is not in\n{said.stderr}"
        assert "error: " in said.stderr and "\x1b" not in said.stderr
    assert tumen.files() == ["bad.toml"]


def test_what_is_no_scenario_file_is_refused(tumen):
    (tumen.folder / "large.toml").write_text("# " + "x" * (1 << 20))
    (tumen.folder / "latin.toml").write_bytes(SMALL.encode() + b'\n# caf\xe9\n')
    (tumen.folder / "folder.toml").mkdir()
    for argument, phrase in [("large.toml", "1 MiB"), ("latin.toml", "UTF-8"), ("folder.toml", "directory"),
                             ("missing.toml", "no such file"), ("hyesan-handn", "did you mean hyesan-handin?")]:
        assert phrase in tumen("run", "--luck-only", argument, code=INVALID).stderr
    assert tumen.files() == ["large.toml", "latin.toml"]


def test_a_loop_of_two_files_is_found(tumen):
    (tumen.folder / "one.toml").write_text('name = "one"\nextends = "two"\n')
    (tumen.folder / "two.toml").write_text('name = "two"\nextends = "one"\n')
    assert "one" in tumen("run", "--luck-only", "one.toml", code=INVALID).stderr


@pytest.mark.parametrize("value, phrase", [
    ("fee0=0.3", "fee_base"),
    ("fee_bas=0.3", "did you mean"),
    ("fee_base", "name=value"),
    ("fee_base=", "fee_base"),
    ("fee_base=30 days", "fee_base"),
    ("fee_base=80 %", "10 % to 40 %"),
    ("phone_share=0.1", "phone_share"),
])
def test_a_wrong_flag_is_shown_like_a_wrong_file(tumen, value, phrase):
    said = tumen("run", "--luck-only", "hyesan-calm", "--set", value, code=INVALID)
    assert f"--set {value}" in said.stderr and phrase in said.stderr
    assert tumen.files() == []


def test_all_problems_are_shown_at_once(tumen):
    (tumen.folder / "bad.toml").write_text(SMALL + "\n[parameters]\nsearch = 7\nkin_abroad = 7\nrumours = 7\n")
    said = tumen("scenario", "check", "bad.toml", code=INVALID).stderr
    assert [line.split(":")[1] for line in said.splitlines() if "error: " in line] == ["18", "19", "20"]

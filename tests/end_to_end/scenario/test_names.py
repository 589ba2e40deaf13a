"""One identity of names: what is given twice, what a file and the program both bear, names in any script, scenarios from
a pipe."""

import subprocess

import pytest
from conftest import FAILED, INVALID, USAGE

HEAD = 'title = "x"\nquestion = "q"\n'
CITY = '[[city]]\nname = "hyesan"\nlabel = "Hyesan"\n[parameters]\nresidents = 2000\n'


def scenario(tumen, text, name="s.toml"):
    (tumen.folder / name).write_text(text)
    return name


def test_a_parameter_in_two_spellings_is_given_twice(tumen):
    said = tumen("scenario", "check", scenario(tumen, 'extends = "hyesan-handin"\ntitle = "Twice"\n[parameters]\n'
                 '"phone_share.family" = 0.3\nphone_share.family = 0.2\n'), code=INVALID).stderr
    assert "s.toml:5:1" in said and "phone_share.family is given twice" in said and "line 4" in said


def test_a_value_is_set_once(tumen, small):
    said = tumen("run", "--luck-only", small, "--set", "fee_base=0.2", "--set", "fee_base=0.3", code=USAGE).stderr
    assert "--set fee_base=0.3 after --set fee_base=0.2" in said


def test_a_key_in_quotes_and_without_are_one(tumen):
    said = tumen("scenario", "check", scenario(tumen, HEAD + 'start = 2020-09-01\ndays = 30\n"days" = 40\n' + CITY), code=INVALID).stderr
    assert "s.toml:5" in said and "given twice" in said and "dadays" not in said


@pytest.mark.parametrize("line, what", [("start = 2020-09-01T00:00:00Z\ndays = 30\n", "time of day"),
                                        ('start = 2020-09-01\ndays = "6 months"\n', "days")])
def test_a_line_that_is_wrong_is_not_said_to_be_missing(tumen, line, what):
    said = tumen("scenario", "check", scenario(tumen, HEAD + line + CITY), code=INVALID).stderr
    assert what in said and said.count("error:") == 1 and "has no" not in said


@pytest.mark.parametrize("start", ["9999-12-31", "2261-12-31", "1677-12-31"])
def test_days_beyond_what_tables_can_hold_are_refused(tumen, start):
    said = tumen("scenario", "check", scenario(tumen, HEAD + f"start = {start}\ndays = 30\n" + CITY), code=INVALID).stderr
    assert "2261-12-31" in said and "s.toml:3" in said


def test_a_file_that_bears_a_shipped_name_is_remarked(tumen, small):
    text = (tumen.folder / small).read_text().replace('"small"', '"hyesan-handin"')
    scenario(tumen, text, "hyesan-handin.toml")
    scenario(tumen, 'extends = "hyesan-handin"\ntitle = "v"\n', "v.toml")
    said = tumen("scenario", "check", "hyesan-handin", "v.toml").stdout
    assert "hyesan-handin is the scenario that the program carries; the file here is hyesan-handin.toml" in " ".join(said.split())
    assert "it extends hyesan-handin.toml, which lies beside it" in " ".join(said.split())
    assert "remark" not in tumen("scenario", "check", small).stdout


def test_names_of_other_scripts_are_names(tumen, small):
    text = (tumen.folder / small).read_text().replace('name = "small"\n', "")
    for name in ("\ud61c\uc0b0", "\ubb34\uc0b0"):
        scenario(tumen, text, f"{name}.toml")
        tumen("run", "--luck-only", f"{name}.toml", "--replicates", "1")
        assert (tumen.folder / "results" / f"{name}-1.sqlite").exists()
    assert len(list((tumen.folder / "results").glob("*.sqlite"))) == 2
    assert "\ud61c\uc0b0" in tumen("scenario", "check", "\ud61c\uc0b0.toml").stdout
    said = tumen("scenario", "check", scenario(tumen, 'name = "a\\u202eb"\n' + text), code=INVALID).stderr
    assert "cannot be the name" in said


def test_a_scenario_is_read_from_a_pipe(tumen, small):
    text = (tumen.folder / small).read_text()
    for words in (["-"], ["/dev/stdin"]):
        ended = subprocess.run(tumen.command("sweep", *words, "--vary", "fee_base=20 %..40 %:3", "--replicates", "1", "--out", "a.sqlite", "--force"),
                               cwd=tumen.folder, input=text, text=True, capture_output=True)
        assert ended.returncode == 0, ended.stderr
    command = " ".join(tumen.command("run", "--luck-only", "$0", "--replicates", "1", "--out", "b.sqlite"))
    ended = subprocess.run(["bash", "-c", command.replace("$0", f"<(cat {small})")], cwd=tumen.folder, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr
    tumen("verify", "b.sqlite")


def test_a_hyphen_is_never_the_name_of_results(tumen, small):
    tumen("run", "--luck-only", small, "--replicates", "1", "--out", "-", code=FAILED)
    assert not [path for path in tumen.folder.iterdir() if path.name.startswith("-")]

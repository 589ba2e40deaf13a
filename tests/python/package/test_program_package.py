"""A folder for an archive of the model itself, and what the program hands over to this package."""

import hashlib
import json
import os
import sys

import pandas
import pytest
from conftest import PACKAGE, PROGRAM

import tumen

LEDGER = {"parameters.csv", "patterns.csv", "sources.csv", "observables.csv"}
TEXTS = {"README.md", "summary.md", "use-of-data.md", "checklist.md"}


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packed") / "package"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TUMEN", str(PROGRAM))
        assert tumen.package_program(folder) == folder
    return folder


def test_it_holds_evidence_scenarios_page_and_answers(packed):
    scenarios = {f"scenario-{name}.toml" for name in tumen.scenarios.index}
    assert {path.name for path in packed.iterdir()} == {*LEDGER, *TEXTS, *scenarios, "explorer.html", "ro-crate-metadata.json"}
    for name in LEDGER:
        assert len(pandas.read_csv(packed / name)) == len(getattr(tumen, name.removesuffix(".csv")))
    assert tumen.scenario(packed / "scenario-hyesan-handin.toml").hash == tumen.scenario("hyesan-handin").hash


def test_every_file_is_described_and_nothing_else(packed):
    described = json.loads((packed / "ro-crate-metadata.json").read_text())["@graph"]
    files = {one["@id"]: one for one in described if one["@type"] == "File"}
    assert set(files) == {path.name for path in packed.iterdir()} - {"ro-crate-metadata.json"}
    for name, one in files.items():
        assert one["sha256"] == hashlib.sha256((packed / name).read_bytes()).hexdigest()
    [root] = [one for one in described if one["@id"] == "./"]
    assert {part["@id"] for part in root["hasPart"]} == set(files)


def test_it_names_its_source_and_what_only_a_clone_brings(packed):
    text = (packed / "README.md").read_text()
    assert f"Tumen {tumen.__version__} (commit {tumen._tumen.commit or 'unknown'})" in text
    assert "No clone was at hand" in text and "ODD+D" in text and "page is left out" not in text
    assert "Left for a person" in text and "ORCID" in text


def test_its_answers_are_counted_and_leave_blank_what_nobody_can_compute(packed):
    page, data, asked = ((packed / name).read_text() for name in ("summary.md", "use-of-data.md", "checklist.md"))
    assert f"{len(tumen.parameters)} numbers" in page and f"{len(tumen.scenarios)} scenarios" in page
    assert f"{len(tumen.patterns)} reported patterns" in page and len(page.splitlines()) < 40
    assert f"{len(tumen.sources)} sources" in data and "make test" in asked
    assert all("to be filled in by a person" in text for text in (page, data, asked))


def test_it_is_never_written_over_another(packed):
    with pytest.raises(FileExistsError):
        tumen.package_program(packed)


def test_without_a_program_the_page_is_left_out_and_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setenv("TUMEN", str(tmp_path / "none"))
    folder = tumen.package_program(tmp_path / "package")
    assert not (folder / "explorer.html").exists() and "page is left out" in (folder / "README.md").read_text()


def test_the_page_of_another_version_is_refused(tmp_path, monkeypatch):
    other = tmp_path / "other"
    other.write_text("#!/bin/sh\necho 'tumen 0.0.1 (commit 0)'\n")
    other.chmod(0o755)
    monkeypatch.setenv("TUMEN", str(other))
    with pytest.raises(tumen.ArgumentError, match="another version"):
        tumen.package_program(tmp_path / "package")


def test_a_folder_that_is_no_clone_is_refused(tmp_path, monkeypatch):
    monkeypatch.setenv("TUMEN", str(tmp_path / "none"))
    with pytest.raises(tumen.ArgumentError, match="no clone"):
        tumen.package_program(tmp_path / "package", clone=tmp_path)


@pytest.fixture
def handed_over(monkeypatch):
    monkeypatch.setenv("TUMEN_PYTHON", sys.executable)
    monkeypatch.setenv("PYTHONPATH", str(PACKAGE))


@pytest.fixture
def stored(small, tmp_path):
    tumen.run(small, replicates=2, seed=3, out=tmp_path / "a.sqlite", luck_only=True)
    return "a.sqlite"


def test_the_program_packs_results(program, stored, handed_over, tmp_path):
    program("package", stored, "--out", "packed")
    assert (tmp_path / "packed/ro-crate-metadata.json").is_file() and (tmp_path / "packed/results.sqlite").is_file()
    assert "is there" in program("package", stored, "--out", "packed", code=1).stderr


def test_the_program_packs_itself_with_its_own_page(program, handed_over, tmp_path):
    assert "TUMEN" not in os.environ or os.environ["TUMEN"] == str(PROGRAM)
    program("package", "--program", "--out", "packed")
    assert (tmp_path / "packed/explorer.html").stat().st_size > 100_000


def test_the_program_exports_a_workbook(program, stored, handed_over, tmp_path):
    program("export", stored, "--xlsx", "a.xlsx", "--arrow", "a.arrow")
    sheets = pandas.read_excel(tmp_path / "a.xlsx", sheet_name=None, header=None)
    assert all("Synthetic" in str(sheet.iloc[0, 0]) for sheet in sheets.values()) and (tmp_path / "a.arrow").is_file()


def test_what_does_not_go_together_is_refused(program, stored, handed_over):
    assert "belongs to CSV alone" in program("export", stored, "--xlsx", "a.xlsx", "--csv", code=2).stderr
    assert "or --program" in program("package", "--out", "packed", code=2).stderr
    assert "or --program" in program("package", stored, "--program", "--out", "packed", code=2).stderr
    assert "--out FOLDER" in program("package", stored, code=2).stderr


def test_where_python_or_its_package_is_not_it_is_said(program, stored, monkeypatch, tmp_path):
    monkeypatch.setenv("TUMEN_PYTHON", "no-such-python")
    assert "no-such-python cannot be started" in program("package", stored, "--out", "packed", code=1).stderr
    bare = tmp_path / "bare"
    bare.write_text(f"#!/bin/sh\nexec {sys.executable} -S -E \"$@\"\n")
    bare.chmod(0o755)
    monkeypatch.setenv("TUMEN_PYTHON", str(bare))
    assert "the Python package of Tumen is not there" in program("package", stored, "--out", "packed", code=1).stderr


def test_a_module_in_the_folder_one_stands_in_is_not_taken(program, stored, handed_over, tmp_path):
    (tmp_path / "tumen.py").write_text("raise SystemExit('taken from here')\n")
    program("package", stored, "--out", "packed")
    assert (tmp_path / "packed").is_dir()


def test_what_python_lacks_and_where_nothing_can_be_written_are_said_in_words(program, stored, handed_over, monkeypatch, tmp_path):
    said = program("export", stored, "--xlsx", "none/a.xlsx", code=1).stderr
    assert "error: none/a.xlsx cannot be written" in said and "Traceback" not in said
    lacking = tmp_path / "lacking"
    lacking.mkdir()
    (lacking / "pyarrow.py").write_text("raise ModuleNotFoundError(\"No module named 'pyarrow'\", name='pyarrow')\n")
    monkeypatch.setenv("PYTHONPATH", f"{lacking}:{PACKAGE}")
    said = program("export", stored, "--parquet", "a.parquet", code=1).stderr
    assert "has no pyarrow" in said and "way out" in said and "Traceback" not in said

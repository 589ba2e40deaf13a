"""A folder for an archive: what is in it, that it verifies, and that its metadata are read by others."""

import hashlib
import json
import subprocess
import sys

import pandas
import pytest
from conftest import PACKAGE
from rocrate.rocrate import ROCrate

import tumen


@pytest.fixture(scope="module")
def packed(small, tmp_path_factory):
    folder = tmp_path_factory.mktemp("packed") / "package"
    results = tumen.run(small, replicates=2, seed=3)
    assert tumen.package(results, folder) == folder
    return folder, results


def test_it_holds_results_report_scenario_tables_and_evidence(packed):
    names = {path.name for path in packed[0].iterdir()}
    assert names == {"results.sqlite", "report.html", "scenario-small.toml", "summary.csv", "headlines.csv", "README.md",
                     "parameters.csv", "patterns.csv", "sources.csv", "observables.csv", "ro-crate-metadata.json"}
    assert tumen.scenario(packed[0] / "scenario-small.toml").hash == packed[1].scenario.hash
    assert list(pandas.read_csv(packed[0] / "parameters.csv")["name"]) == list(tumen.parameters.index)


def test_the_program_verifies_what_was_packed(packed, program):
    assert "2 of 2" in program("verify", packed[0] / "results.sqlite").stdout


def test_ro_crate_reads_who_played_what_with_what(packed):
    crate = ROCrate(packed[0])
    assert crate.name == "Two small cities" and "synthetic" in crate.description
    [action] = [one for one in crate.get_entities() if one.type == "CreateAction"]
    assert action["name"] == packed[1].provenance[0]["command"] and action["instrument"]["name"] == "Tumen"
    assert [one.id for one in action["object"]] == ["scenario-small.toml"]


def test_every_file_is_described_with_its_size_and_sum(packed):
    described = json.loads((packed[0] / "ro-crate-metadata.json").read_text())
    files = {one["@id"]: one for one in described["@graph"] if one["@type"] == "File"}
    assert set(files) == {path.name for path in packed[0].iterdir()} - {"ro-crate-metadata.json"}
    for name, one in files.items():
        content = (packed[0] / name).read_bytes()
        assert one["sha256"] == hashlib.sha256(content).hexdigest() and one["contentSize"] == str(len(content))


def test_everything_that_is_referred_to_is_there(packed):
    described = json.loads((packed[0] / "ro-crate-metadata.json").read_text())["@graph"]
    known = {one["@id"] for one in described} | {"https://w3id.org/ro/crate/1.1"}

    def references(value):
        if isinstance(value, dict):
            yield value["@id"]
        elif isinstance(value, list):
            for one in value:
                yield from references(one)
    for one in described:
        for key, value in one.items():
            assert not key.startswith("@") or isinstance(value, str)
            assert set(references(value)) <= known, (one["@id"], key)


def test_what_a_person_must_say_is_said(packed):
    text = (packed[0] / "README.md").read_text()
    assert "Left for a person to fill in" in text and "ORCID" in text and "tumen verify" in text


def test_a_results_file_is_packed_and_exported_from_the_command_line(packed, tmp_path):
    def call(*words, code=0):
        done = subprocess.run([sys.executable, "-m", "tumen", *map(str, words)], cwd=tmp_path, capture_output=True,
                              text=True, env={"PYTHONPATH": str(PACKAGE), "PATH": "/usr/bin"}, timeout=120)
        assert done.returncode == code, done.stderr
        return done.stdout + done.stderr
    stored = packed[0] / "results.sqlite"
    call("package", stored, "--out", "again")
    assert (tmp_path / "again/ro-crate-metadata.json").is_file()
    assert "is there" in call("package", stored, "--out", "again", code=1)
    call("export", stored, "--parquet", "a.parquet", "--xlsx", "a.xlsx", "--arrow", "a.arrow")
    assert len(pandas.read_parquet(tmp_path / "a.parquet")) == len(packed[1].daily)
    assert "nothing to write" in call("export", stored, code=2)
    assert "error:" in call("export", tmp_path / "none.sqlite", "--xlsx", "b.xlsx", code=1)

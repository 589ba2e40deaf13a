"""A folder for an archive: what is in it, that it verifies, and that its metadata are read by others."""

import hashlib
import json

import pandas
import pytest

import tumen


@pytest.fixture(scope="module")
def packed(small, tmp_path_factory):
    folder = tmp_path_factory.mktemp("packed") / "package"
    results = tumen.run(small, replicates=2, seed=3, out=folder.parent / "played.sqlite", luck_only=True)
    assert tumen.package(results, folder) == folder
    return folder, results


def test_it_holds_results_report_scenario_tables_and_evidence(packed):
    names = {path.name for path in packed[0].iterdir()}
    assert names == {"results.sqlite", "report.html", "scenario-small.toml", "summary.csv", "headlines.csv", "README.md",
                     "parameters.csv", "patterns.csv", "sources.csv", "observables.csv", "ro-crate-metadata.json",
                     "summary.md", "use-of-data.md", "checklist.md"}
    assert tumen.scenario(packed[0] / "scenario-small.toml").hash == packed[1].scenario.hash
    assert list(pandas.read_csv(packed[0] / "parameters.csv")["name"]) == list(tumen.parameters.index)


def test_the_program_verifies_what_was_packed(packed, program):
    assert "2 of 2" in program("verify", packed[0] / "results.sqlite").stdout


def test_it_says_who_played_what_with_what(packed):
    described = json.loads((packed[0] / "ro-crate-metadata.json").read_text())["@graph"]
    one = {entity["@id"]: entity for entity in described}
    assert one["./"]["name"] == "Two small cities" and "synthetic" in one["./"]["description"]
    assert one["#played"]["name"] == packed[1].provenance[0]["command"]
    assert one["#played"]["object"] == {"@id": "scenario-small.toml"}
    assert one["ro-crate-metadata.json"]["conformsTo"]["@id"].endswith("/crate/1.1")


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


def test_answers_for_reviewers_come_from_the_ledger_and_leave_blank_what_nobody_can_compute(packed):
    data, page, asked = ((packed[0] / name).read_text() for name in ("use-of-data.md", "summary.md", "checklist.md"))
    assert f"{len(tumen.parameters)} numbers" in data and f"{len(tumen.sources)} sources" in data
    assert f"{(tumen.parameters['grade'] == 'assumed').sum()} assumed" in data
    assert "2 replicates, seed 3" in page and packed[1].answer[0] in page and len(page.splitlines()) < 40
    for text in (data, page, asked):
        assert "to be filled in by a person" in text
    assert "tumen verify" in asked and "not in this folder" in asked


def test_a_clone_must_be_one(packed, tmp_path):
    with pytest.raises(tumen.ArgumentError, match="no clone"):
        tumen.package(packed[0] / "results.sqlite", tmp_path / "never", clone=tmp_path)


def test_a_results_file_is_packed_by_its_path_and_never_over_another(packed, tmp_path):
    stored = packed[0] / "results.sqlite"
    assert (tumen.package(stored, tmp_path / "again") / "report.html").is_file()
    with pytest.raises(FileExistsError):
        tumen.package(stored, tmp_path / "again")


def test_what_nobody_could_verify_is_refused(small, tmp_path):
    with pytest.raises(tumen.ArgumentError, match="in memory"):
        tumen.package(tumen.run(small, replicates=1, luck_only=True), tmp_path / "never")
    assert not (tmp_path / "never").exists()

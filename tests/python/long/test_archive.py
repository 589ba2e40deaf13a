"""Folders for an archive with all that a clone adds, of results and of the model itself, held against a validator of
RO-Crates."""

import json
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest
from conftest import PROGRAM, ROOT

import tumen

NEEDS_A_NETWORK = {"ro-crate-1.1_3.1", "ro-crate-1.1_3.2"}  # whether the context can be fetched
LEFT_TO_A_PERSON = ("author", "publisher")


@pytest.fixture(scope="module", params=["results", "program"])
def packed(request, small, tmp_path_factory):
    folder = tmp_path_factory.mktemp("archive")
    if request.param == "results":
        results = tumen.run(small, replicates=2, seed=3, out=folder / "played.sqlite", progress=False, luck_only=True)
        return tumen.package(results, folder / "crate", clone=ROOT)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TUMEN", str(PROGRAM))
        return tumen.package_program(folder / "crate", clone=ROOT)


@pytest.fixture
def context_at_hand(monkeypatch):
    """The context of RO-Crate that the package rocrate carries, in place of one that is fetched."""
    import rocrate
    from rdflib.plugins.shared.jsonld import context, util
    from rocrate_validator.utils import document_loader
    held = json.loads((Path(rocrate.__file__).parent / "data/ro-crate.jsonld").read_text())
    usual = util.source_to_json

    def local(source, *more, **named):
        return (held, None) if "/ro/crate/" in str(source) else usual(source, *more, **named)
    monkeypatch.setattr(document_loader, "install_document_loader", lambda: True)
    monkeypatch.setattr("rocrate_validator.models.settings.install_document_loader", lambda: True)
    monkeypatch.setattr(util, "source_to_json", local)
    monkeypatch.setattr(context, "source_to_json", local)


def issues(folder):
    from rocrate_validator import models, services
    settings = services.ValidationSettings(rocrate_uri=str(folder), profile_identifier="ro-crate-1.1",
                                           requirement_severity=models.Severity.RECOMMENDED)
    return [(one.severity.name, one.check.identifier, one.message) for one in services.validate(settings).get_issues()]


def test_a_validator_asks_only_for_what_a_person_must_say(packed, context_at_hand):
    found = [one for one in issues(packed) if one[1] not in NEEDS_A_NETWORK]
    assert [one for one in found if one[0] == "REQUIRED"] == []
    assert [one for one in found if not any(word in one[2] for word in LEFT_TO_A_PERSON)] == []


def test_the_validator_finds_what_is_missing(packed, context_at_hand, tmp_path):
    import shutil
    broken = shutil.copytree(packed, tmp_path / "broken")
    (broken / "parameters.csv").unlink()
    assert any("parameters.csv" in one[2] for one in issues(broken))


def test_rocrate_reads_it(packed):
    from rocrate.rocrate import ROCrate
    crate = ROCrate(packed)
    assert {one.id for one in crate.data_entities} == {path.name for path in packed.iterdir()} - {"ro-crate-metadata.json"}


def test_what_citations_and_archives_say_is_written_from_one_file_of_the_packed_source(packed, tmp_path):
    names = ("CITATION.cff", "codemeta.json", ".zenodo.json")
    with tarfile.open(packed / "code.tar.gz") as code:
        code.extractall(tmp_path)
    source = tmp_path / "tumen"
    assert {(packed / name.removeprefix(".")).read_text() for name in names} == {(source / name).read_text() for name in names}
    agree = subprocess.run([source / "tools/generate_metadata", "--root", source, "--check"], capture_output=True, text=True)
    assert agree.returncode == 0, agree.stdout
    assert json.loads((packed / "codemeta.json").read_text())["version"] == tumen.__version__


def test_the_source_and_the_documents_are_there(packed):
    with tarfile.open(packed / "code.tar.gz") as code:
        names = set(code.getnames())
    assert {"tumen/Makefile", "tumen/docs/model.md", "tumen/src/model/schedule.cpp"} <= names
    for name, words in (("model", "Submodels"), ("trace", "Problem formulation")):
        with zipfile.ZipFile(packed / f"{name}.docx") as document:
            assert words in document.read("word/document.xml").decode()
        pages = subprocess.run(["pdftotext", packed / f"{name}.pdf", "-"], capture_output=True, text=True, check=True)
        assert words in pages.stdout


def test_pandoc_writes_out_every_reference_of_the_paper():
    paper = ROOT / "docs/paper"
    page = subprocess.run(["pandoc", "--citeproc", "--to", "plain", "paper.md"], cwd=paper, capture_output=True, text=True)
    assert page.returncode == 0 and "[WARNING]" not in page.stderr, page.stderr
    assert page.stdout.count("https://doi.org/") == (paper / "paper.bib").read_text().count("doi = ")

"""What a program contains is listed from what was linked, compiled and locked, and nothing else."""

import importlib.machinery
import importlib.util
import json
import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
BUILD = Path(os.environ.get("TUMEN_BUILD", ROOT / "build")).resolve()


@pytest.fixture(scope="module")
def sbom():
    loader = importlib.machinery.SourceFileLoader("generate_sbom", str(ROOT / "tools/generate_sbom"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("generate_sbom", loader))
    loader.exec_module(module)
    return module


@pytest.fixture
def lock():
    return json.loads((ROOT / "web/package-lock.json").read_text())


def test_the_page_is_made_of_what_it_imports_and_what_that_needs(sbom, lock):
    names = [one[0] for one in sbom.page_packages(lock)]
    assert {"preact", "@observablehq/plot", "d3-array", "internmap"} <= set(names) and len(names) == len(set(names))
    assert not {"vite", "typescript", "axe-core", "playwright-core"} & set(names)


def test_a_package_within_another_is_the_one_that_it_gets(sbom):
    lock = {"packages": {"node_modules/a": {"version": "1", "integrity": "sha512-eA==", "dependencies": {"b": "1"}},
                         "node_modules/a/node_modules/b": {"version": "1", "integrity": "sha512-eA=="},
                         "node_modules/b": {"version": "2", "integrity": "sha512-eA=="}}}
    assert [one[:2] for one in sbom.page_packages(lock, ["a"])] == [("a", "1"), ("b", "1")]
    assert [one[:2] for one in sbom.page_packages(lock, ["a", "b"])] == [("a", "1"), ("b", "1"), ("b", "2")]


def test_every_import_of_the_page_is_among_what_is_asked_for(sbom):
    imported = set()
    for path in (ROOT / "web/src").rglob("*.ts*"):
        imported |= {line.rsplit("'", 2)[1] for line in path.read_text().splitlines()
                     if line.startswith("import ") and line.count("'") >= 2}
    others = {"/".join(one.split("/")[:2 if one.startswith("@") else 1]) for one in imported if not one.startswith(".")}
    assert {one for one in others if f"node_modules/{one}" in json.loads(
        (ROOT / "web/package-lock.json").read_text())["packages"]} == set(sbom.PAGE)


def test_files_of_the_system_belong_to_their_packages(sbom):
    found = sbom.debian_packages({"/usr/include/xxhash.h", "/usr/include/sqlite3.h", "/nowhere/at/all.h"})
    assert set(found) == {"libxxhash-dev", "libsqlite3-dev"} and all(version for version, _, _ in found.values())


def test_a_linkers_trace_names_archives_of_the_system_and_the_parts_of_the_program(sbom):
    trace = "/usr/include/xxhash.h(lib.o)\nsrc/libtumen_model.a\nsrc/libtumen_model.a(world.cpp.o)\n/tmp/other.o\n"
    assert sbom.linked_files(trace) == ({"/usr/include/xxhash.h"}, {"model"})


def test_the_static_program_is_linked_of_every_library_that_the_program_is():
    rules = (BUILD / "build.ninja").read_text().replace("$\n", "")
    usual = re.search(r"^build tumen: .*$", rules, re.MULTILINE)[0]
    static = re.search(r"^build static/tumen-[^:]*: .*\n +COMMAND = (.*)$", rules, re.MULTILINE)[1]
    libraries = set(re.findall(r"\bsrc/(libtumen_\w+\.a)", usual))
    assert len(libraries) > 10 and libraries == set(re.findall(r"/src/(libtumen_\w+\.a)", static))


def test_headers_are_those_of_the_parts_asked_for(sbom):
    store = sbom.headers_of(BUILD, {"store"})
    assert "/usr/include/sqlite3.h" in store
    assert "/usr/include/sqlite3.h" not in sbom.headers_of(BUILD, {"model"})


def test_a_header_named_from_the_build_folder_is_found_too(sbom, monkeypatch, tmp_path):
    named = os.path.relpath("/usr/include/sqlite3.h", tmp_path)
    told = f"src/CMakeFiles/tumen_store.dir/a.cpp.o: #deps 3\n    ../src/a.cpp\n    {named}\n    /usr/include/xxhash.h\n"
    monkeypatch.setattr(sbom, "said", lambda *_: told)
    assert sbom.headers_of(tmp_path, {"store"}) == {"/usr/include/sqlite3.h", "/usr/include/xxhash.h"}


def test_the_document_says_how_each_part_belongs_and_of_which_file_it_is(sbom, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    program = tmp_path / "tumen-static"
    program.write_bytes(b"a program")
    part = sbom.entry_of_debian("libstdc++-12-dev", ("1:12.2.0-14+x", "gcc-12", "amd64"))
    made = sbom.document(program, [("STATIC_LINK", part)])
    assert part["externalRefs"][0]["referenceLocator"] == "pkg:deb/debian/libstdc%2B%2B-12-dev@1%3A12.2.0-14%2Bx?arch=amd64"
    assert made["creationInfo"]["created"] == "1970-01-02T00:00:00Z"
    assert {"spdxElementId": made["packages"][0]["SPDXID"], "relationshipType": "STATIC_LINK",
            "relatedSpdxElement": part["SPDXID"]} in made["relationships"]
    assert made == sbom.document(program, [("STATIC_LINK", part)])
    program.write_bytes(b"another")
    assert made["documentNamespace"] != sbom.document(program, [])["documentNamespace"]

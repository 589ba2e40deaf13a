"""What citations and archives say comes from one file, and a difference is found."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = ["CITATION.cff", "codemeta.json", ".zenodo.json", "CMakeLists.txt", "packaging/metadata.toml", "r/tumen/DESCRIPTION"]


def check(root):
    return subprocess.run([sys.executable, ROOT / "tools/generate_metadata", "--root", root, "--check"],
                          capture_output=True, text=True)


@pytest.fixture
def copy(tmp_path):
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_three_agree_with_their_source():
    assert check(ROOT).returncode == 0, check(ROOT).stdout


@pytest.mark.parametrize("name", ["CITATION.cff", "codemeta.json", ".zenodo.json", "r/tumen/DESCRIPTION"])
def test_a_version_changed_in_one_file_is_found(copy, name):
    path = copy / name
    path.write_text(re.sub(r"(?im)^(\W*version\W+)[0-9.]+", r"\g<1>9.9.9", path.read_text(), count=1))
    found = check(copy)
    assert found.returncode == 1 and name in found.stdout


def test_people_take_the_place_of_the_name_in_all_three(copy):
    source = copy / "packaging/metadata.toml"
    source.write_text(source.read_text().replace('name = "The Tumen authors"', 'family_name = "Doe"\ngiven_name = "Jo"\n'
                                                 'orcid = "0000-0002-1825-0097"\naffiliation = "An institute"'))
    subprocess.run([sys.executable, ROOT / "tools/generate_metadata", "--root", copy], check=True)
    assert 'family-names: "Doe"' in (copy / "CITATION.cff").read_text()
    assert json.loads((copy / "codemeta.json").read_text())["author"][0]["@id"].endswith("0000-0002-1825-0097")
    assert json.loads((copy / ".zenodo.json").read_text())["creators"] == [
        {"name": "Doe, Jo", "orcid": "0000-0002-1825-0097", "affiliation": "An institute"}]

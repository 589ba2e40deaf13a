"""A folder for an archive of the program itself: what reviewers of a model ask for, whatever it was asked."""

from __future__ import annotations

import datetime
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from .. import _tables, _tumen
from .._errors import ArgumentError
from .._scenario import scenario
from . import checklists, of_clone, of_results

if TYPE_CHECKING:
    from typing import Any

    from .._types import FilePath

LICENCE = "https://spdx.org/licenses/Apache-2.0"
TITLE = "Tumen: a simulation of campaigns against foreign-made phones, with synthetic people"
AGAIN = "make test, from code.tar.gz; tumen verify RESULTS plays anybody's results again, bit by bit"
EXPLORER = "explorer.html"

READ_ME = """\
# {title}

When a campaign against foreign phones counts its phones and its oaths, what has really changed? This is the model, with
what it is made from and what is asked of a model that others are to rely on.

All people in it are synthetic. It says nothing about any real person, and is no forecast.

| file | what |
| --- | --- |
{files}

{origin}

## Left for a person to fill in

- who made this package (authors, with ORCID, in packaging/metadata.toml of the source, from which CITATION.cff,
  codemeta.json and zenodo.json are written, and in ro-crate-metadata.json);
- the identifier that the archive gives, and the paper that it belongs to;
- who formulated the question with whom, who may be harmed by an answer, and who has reviewed the model.
"""

SAID = of_results.SAID | {"README.md": "what this is, and what is left to a person",
                        "summary.md": "the model on one page", EXPLORER: "the page in which the model plays: works offline"}


def write_explorer(folder: Path) -> bool:
    """The page, by the program on this path, if there is one; whether it was written."""
    program = shutil.which(os.environ.get("TUMEN", "tumen"))
    if program is None:
        return False
    said = of_clone.called(program, "--version")
    if not said.startswith(f"tumen {_tumen.version} ("):
        raise ArgumentError(f"error: {program} is another version than this package, {_tumen.version}\n  why: {said.strip()}\n"
                            "  way out: install one of them anew, or name the program of this version in TUMEN")
    of_clone.called(program, "explore", "--out", folder / EXPLORER)
    return True


def origin(clone: FilePath | None, explorer: bool) -> str:
    """What made this, and what is missing for want of a clone or a program."""
    parts = [f"It was written by Tumen {_tumen.version} (commit {_tumen.commit or 'unknown'})."]
    if clone is None:
        parts.append("No clone was at hand: the source is that commit of the project, and the code, ODD+D and TRACE as "
                     "documents, CITATION.cff, codemeta.json and zenodo.json are left out.")
    if not explorer:
        parts.append("No program was at hand: the page is left out.")
    return " ".join(parts)


def graph(folder: Path, said: dict[str, str], published: str) -> list[dict[str, Any]]:
    files = [of_results.file_entity(path, said) for path in sorted(folder.iterdir())]
    program = {"name": "Tumen", "softwareVersion": _tumen.version, "version": _tumen.version,
               "identifier": _tumen.commit or "unknown commit", "license": {"@id": LICENCE}, "operatingSystem": "Linux"}
    for one in files:
        if one["@id"] == "code.tar.gz":
            one |= program | {"@type": ["File", "SoftwareSourceCode"], "programmingLanguage": "C++20, Python, R, TypeScript"}
    root = {"@id": "./", "@type": "Dataset", "name": TITLE, "description": f"{of_results.ABOUT}. All people are synthetic.",
            "datePublished": published, "license": {"@id": LICENCE}, "keywords": of_results.KEYWORDS,
            "hasPart": [{"@id": one["@id"]} for one in files], "mentions": {"@id": of_results.SOFTWARE}}
    return [of_results.DESCRIPTOR, root, *files,
            {"@id": LICENCE, "@type": "CreativeWork", "name": "Apache License 2.0",
             "description": "May be used, changed and shared, with its notices; without warranty."},
            {"@id": of_results.SOFTWARE, "@type": "SoftwareApplication", **program, "url": of_results.SOFTWARE,
             "description": of_results.ABOUT}]


def package_program(out: FilePath, clone: FilePath | None = None) -> Path:
    """Write a folder for an archive of the model itself, with metadata that archives read (RO-Crate 1.1).

    In it: the evidence as CSV, every scenario with all its values, a summary on one page, how data are used (RAT-RS), a
    checklist, the page in which the model plays (by the program `tumen` on the path, or the one that TUMEN names), a README
    that says what a person has to fill in, and ro-crate-metadata.json.

    Parameters
    ----------
    out : str or os.PathLike
        Of the folder, which must not be there.
    clone : str or os.PathLike, optional
        Of a clone of the repository: the source at the commit of this package, CITATION.cff, codemeta.json, zenodo.json,
        and ODD+D and TRACE as docx and PDF (by pandoc and Chromium) go in besides.

    Returns
    -------
    pathlib.Path
        Of the folder.

    Raises
    ------
    ArgumentError
        There is no clone, it lacks the commit of this package, what writes its documents is not installed, or the program
        is another version.
    FileExistsError
        The folder is there.
    """
    folder = Path(os.fspath(out))
    folder.mkdir(parents=True)
    scenarios = _tables.scenarios()
    of_results.write_scenarios({name: scenario(name) for name in scenarios.index}, folder)
    of_results.write_ledger(folder)
    of_results.write_texts(folder, {
        "summary.md": checklists.one_page_of_the_program(_tumen.version, _tumen.commit, scenarios, _tables.parameters(),
                                                          _tables.patterns()),
        "use-of-data.md": of_results.use_of_data(),
        "checklist.md": checklists.check_list("For the model, whatever is asked of it.", clone, AGAIN)})
    explorer = write_explorer(folder)
    published = datetime.date.today().isoformat()
    said = dict(SAID)
    if clone is not None:
        said |= of_clone.add_clone(clone, folder, _tumen.commit)
        published = of_clone.called("git", "-C", clone, "show", "-s", "--format=%cs", _tumen.commit or "HEAD").strip()
    of_results.write_texts(folder, {"README.md": READ_ME.format(title=TITLE, files=of_results.listed(folder, said),
                                                             origin=origin(clone, explorer))})
    of_results.write_crate(folder, graph(folder, said, published))
    return folder

"""A folder for an archive: results, what they came from, and metadata that archives read (RO-Crate 1.1)."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from .. import _tables
from .._errors import ArgumentError, ResultsError
from .._played import made_by
from . import checklists

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from .._results import Results
    from .._scenario import Scenario
    from .._types import FilePath

FORMATS = {".sqlite": "application/vnd.sqlite3", ".html": "text/html", ".toml": "application/toml", ".csv": "text/csv",
           ".md": "text/markdown", ".gz": "application/gzip", ".pdf": "application/pdf", ".cff": "text/yaml",
           ".json": "application/json",
           ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
LICENCE = "https://spdx.org/licenses/CC-BY-4.0"
SOFTWARE = "#tumen"

READ_ME = """\
# {title}

{question}

{answer}

All people in this package are synthetic. It says nothing about any real person, and is no forecast.

| file | what |
| --- | --- |
{files}

Anybody with Tumen {version} (commit {commit}) plays it again and compares it bit by bit:

```console
$ tumen verify results.sqlite
```

It was played by: `{command}`

## Left for a person to fill in

- who made this package (author, with ORCID, in ro-crate-metadata.json and here);
- under which licence it is given away, where it is not CC-BY-4.0 as written there;
- the identifier that the archive gives, and the paper that it belongs to;
- whom the question was asked for, who may be harmed by the answer, and who has reviewed it.
"""

SAID = {"results.sqlite": "every replicate: days, headlines, hashes, the scenario with every value, provenance",
        "report.html": "the report: one page, works offline", "summary.csv": "each headline over replicates",
        "headlines.csv": "each headline of each replicate",
        "parameters.csv": "the evidence: every number, its range, grade and sources",
        "patterns.csv": "the evidence: every reported pattern and its test", "sources.csv": "the evidence: who said so",
        "observables.csv": "units and meanings of the columns of a day",
        "summary.md": "the model and its answer on one page", "use-of-data.md": "how data are used, after RAT-RS",
        "checklist.md": "what a library of models asks, as far as a program can say",
        "README.md": "what this is, and how it is played again"}


def what_of(name: str, said: dict[str, str]) -> str:
    return said.get(name, "the scenario with every effective value written out")


LEDGER = ("parameters", "patterns", "sources", "observables")


def write_scenarios(scenarios: Mapping[str, Scenario], folder: Path) -> None:
    for name, scenario in scenarios.items():
        scenario.save(folder / f"scenario-{name.replace('/', '-')}.toml")


def write_ledger(folder: Path) -> None:
    for name in LEDGER:
        _tables.TABLES[name]().to_csv(folder / f"{name}.csv")


def write_texts(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")


def use_of_data() -> str:
    return checklists.use_of_data(*(_tables.TABLES[name]() for name in LEDGER[:3]))


def write_files(results: Results, folder: Path) -> None:
    shutil.copyfile(results.path, folder / "results.sqlite")
    results.report(folder / "report.html")
    write_scenarios(results.scenarios, folder)
    results.summary.to_csv(folder / "summary.csv")
    results.headlines.to_csv(folder / "headlines.csv")
    write_ledger(folder)


def write_answers(results: Results, folder: Path, clone: str | os.PathLike[str] | None) -> None:
    write_texts(folder, {"summary.md": checklists.one_page(results, made_by(results), results.provenance[0]),
                         "use-of-data.md": use_of_data(),
                         "checklist.md": checklists.check_list(f"For {', '.join(results.scenarios)}.", clone,
                                                                checklists.PLAYED_AGAIN)})


def listed(folder: Path, said: dict[str, str]) -> str:
    """The rows of a table of what lies in the folder."""
    return "\n".join(f"| {path.name} | {what_of(path.name, said)} |" for path in sorted(folder.iterdir()))


def write_read_me(results: Results, folder: Path, said: dict[str, str]) -> None:
    made = results.provenance[0]
    write_texts(folder, {"README.md": READ_ME.format(
        title=results.scenario.title or results.scenario.name, question=results.scenario.question,
        answer="\n".join(f"- {one}" for one in results.answer), files=listed(folder, said), version=made["version"],
        commit=made["commit"] or "unknown", command=made["command"])})


def file_entity(path: Path, said: dict[str, str]) -> dict[str, Any]:
    content = path.read_bytes()
    return {"@id": path.name, "@type": "File", "name": path.name, "description": what_of(path.name, said),
            "encodingFormat": FORMATS[path.suffix], "contentSize": str(len(content)),
            "sha256": hashlib.sha256(content).hexdigest()}


def one_or_all(things: list[Any]) -> Any:
    """As RO-Crate writes it: one thing is no list."""
    return things[0] if len(things) == 1 else things


DESCRIPTOR = {"@id": "ro-crate-metadata.json", "@type": "CreativeWork", "about": {"@id": "./"},
              "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"}}
ABOUT = "A simulation of campaigns against foreign-made phones, with synthetic people"
KEYWORDS = "agent-based model, synthetic people, human rights"


def write_crate(folder: Path, entities: list[dict[str, Any]]) -> None:
    described = {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": entities}
    write_texts(folder, {"ro-crate-metadata.json": json.dumps(described, indent=2) + "\n"})


def graph(results: Results, folder: Path, said: dict[str, str]) -> list[dict[str, Any]]:
    made, about = results.provenance[0], made_by(results)
    files = [file_entity(path, said) for path in sorted(folder.iterdir())]
    scenarios = one_or_all([{"@id": one["@id"]} for one in files if one["@id"].startswith("scenario-")])
    root = {"@id": "./", "@type": "Dataset", "name": about["title"],
            "description": " ".join([results.scenario.question, *results.answer, about["beware"]]),
            "datePublished": made["created"], "license": {"@id": LICENCE},
            "keywords": KEYWORDS,
            "hasPart": [{"@id": one["@id"]} for one in files], "mentions": {"@id": "#played"}}
    return [
        DESCRIPTOR, root, *files,
        {"@id": LICENCE, "@type": "CreativeWork", "name": "Creative Commons Attribution 4.0 International",
         "description": "May be shared and changed, with attribution. Whoever publishes may choose another."},
        {"@id": SOFTWARE, "@type": "SoftwareApplication", "name": "Tumen", "softwareVersion": made["version"],
         "version": made["version"], "identifier": made["commit"] or "unknown commit", "url": SOFTWARE,
         "operatingSystem": made["platform"], "description": ABOUT},
        {"@id": "#played", "@type": "CreateAction", "name": made["command"], "instrument": {"@id": SOFTWARE},
         "object": scenarios, "result": {"@id": "results.sqlite"}, "endTime": made["created"],
         "description": f"seed {results.seed}; {len(results.hashes)} replicates"}]


def package(results: Results | FilePath, out: FilePath, clone: FilePath | None = None) -> Path:
    """Write a folder for an archive, with metadata that archives read (RO-Crate 1.1).

    In it: the results file, the report, scenarios, tables, the evidence as CSV, a summary on one page, how data are
    used (RAT-RS), a checklist, a README that says how to play them again and what a person has to fill in, and
    ro-crate-metadata.json.

    Parameters
    ----------
    results : Results, str or os.PathLike
        Results that lie in a results file, or the path of one.
    out : str or os.PathLike
        Of the folder, which must not be there.
    clone : str or os.PathLike, optional
        Of a clone of the repository: the source at the commit that played, CITATION.cff, codemeta.json, zenodo.json,
        and ODD+D and TRACE as docx and PDF (by pandoc and Chromium) go in besides.

    Returns
    -------
    pathlib.Path
        Of the folder.

    Raises
    ------
    ArgumentError
        The results are held in memory, or are those of a design, whose points are too many; there is no clone, or what
        writes its documents is not installed.
    ResultsError
        No replicate is done.
    FileExistsError
        The folder is there.
    """
    if isinstance(results, (str, os.PathLike)):
        from .._opening import open_results
        results = open_results(results)
    if results.path is None:
        raise ArgumentError("error: these results are held in memory\n"
                            "  way out: play them into a results file, out=\"results.sqlite\", which a reader can verify")
    if results._engine.kind in ("sweep", "sensitivity"):
        raise ArgumentError("error: the points of a design are not packed\n"
                            "  way out: archive the results file itself; the program reads and verifies it")
    if len(results.hashes) == 0:
        raise ResultsError("error: no replicate is done, so there is nothing to pack")
    folder = Path(os.fspath(out))
    folder.mkdir(parents=True)
    write_files(results, folder)
    write_answers(results, folder, clone)
    said = dict(SAID)
    if clone is not None:
        from . import of_clone
        said |= of_clone.add_clone(clone, folder, results.provenance[0]["commit"])
    write_read_me(results, folder, said)
    write_crate(folder, graph(results, folder, said))
    return folder

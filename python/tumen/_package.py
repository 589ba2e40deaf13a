"""A folder for an archive: results, what they came from, and metadata that archives read (RO-Crate 1.1)."""

import hashlib
import json
import os
import shutil
from pathlib import Path

from . import _tables
from ._errors import ResultsError
from ._others import made_by

FORMATS = {".sqlite": "application/vnd.sqlite3", ".html": "text/html", ".toml": "application/toml", ".csv": "text/csv",
           ".md": "text/markdown"}
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
        "headlines.csv": "each headline of each replicate", "parameters.csv": "the evidence: every number, its range, grade and sources",
        "patterns.csv": "the evidence: every reported pattern and its test", "sources.csv": "the evidence: who said so",
        "observables.csv": "units and meanings of the columns of a day", "README.md": "what this is, and how it is played again"}


def what_of(name):
    return SAID.get(name, "the scenario with every effective value written out")


def write_files(results, folder):
    if results.path:
        shutil.copyfile(results.path, folder / "results.sqlite")
    else:
        results.save(folder / "results.sqlite")
    results.report(folder / "report.html")
    for name in list(results.scenarios)[:1] if results._engine.design else results.scenarios:
        results.scenarios[name].save(folder / f"scenario-{name.replace('/', '-')}.toml")
    results.summary.to_csv(folder / "summary.csv")
    results.headlines.to_csv(folder / "headlines.csv")
    for name in ("parameters", "patterns", "sources", "observables"):
        _tables.TABLES[name]().to_csv(folder / f"{name}.csv")


def write_read_me(results, folder):
    made = results.provenance[0]
    files = "\n".join(f"| {path.name} | {what_of(path.name)} |" for path in sorted(folder.iterdir()))
    (folder / "README.md").write_text(READ_ME.format(
        title=results.scenario.title or results.scenario.name, question=results.scenario.question,
        answer="\n".join(f"- {one}" for one in results.answer), files=files, version=made["version"],
        commit=made["commit"] or "unknown", command=made["command"]), encoding="utf-8")


def file_entity(path):
    content = path.read_bytes()
    return {"@id": path.name, "@type": "File", "name": path.name, "description": what_of(path.name),
            "encodingFormat": FORMATS[path.suffix], "contentSize": str(len(content)),
            "sha256": hashlib.sha256(content).hexdigest()}


def graph(results, folder):
    made, about = results.provenance[0], made_by(results)
    files = [file_entity(path) for path in sorted(folder.iterdir())]
    scenarios = [{"@id": one["@id"]} for one in files if one["@id"].startswith("scenario-")]
    root = {"@id": "./", "@type": "Dataset", "name": about["title"],
            "description": " ".join([results.scenario.question, *results.answer, about["beware"]]),
            "datePublished": made["created"], "license": {"@id": LICENCE},
            "keywords": "agent-based model, synthetic people, human rights",
            "hasPart": [{"@id": one["@id"]} for one in files], "mentions": {"@id": "#played"}}
    return [
        {"@id": "ro-crate-metadata.json", "@type": "CreativeWork", "about": {"@id": "./"},
         "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"}},
        root, *files,
        {"@id": LICENCE, "@type": "CreativeWork", "name": "Creative Commons Attribution 4.0 International",
         "description": "May be shared and changed, with attribution. Whoever publishes may choose another."},
        {"@id": SOFTWARE, "@type": "SoftwareApplication", "name": "Tumen", "softwareVersion": made["version"],
         "version": made["version"], "identifier": made["commit"] or "unknown commit", "url": SOFTWARE,
         "operatingSystem": made["platform"], "description": "A simulation of campaigns against foreign-made phones, "
         "with synthetic people"},
        {"@id": "#played", "@type": "CreateAction", "name": made["command"], "instrument": {"@id": SOFTWARE},
         "object": scenarios, "result": [{"@id": "results.sqlite"}], "endTime": made["created"],
         "description": f"seed {results.seed}; {len(results.hashes)} replicates"}]


def package(results, out):
    """Writes a folder for an archive: the results file, the report, scenarios, tables, the evidence as CSV, a README
    that says how to play them again and what a person has to fill in, and ro-crate-metadata.json (RO-Crate 1.1).

    Args:
        results: Results, or the path of a results file.
        out: path of the folder, which must not be there.

    Returns:
        pathlib.Path of the folder.

    Raises:
        ResultsError: no replicate is done. FileExistsError: the folder is there.
    """
    if not hasattr(results, "_engine"):
        from ._designs import open_results
        results = open_results(results)
    if len(results.hashes) == 0:
        raise ResultsError("error: no replicate is done, so there is nothing to pack")
    folder = Path(os.fspath(out))
    folder.mkdir(parents=True)
    write_files(results, folder)
    write_read_me(results, folder)
    described = {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph(results, folder)}
    (folder / "ro-crate-metadata.json").write_text(json.dumps(described, indent=2) + "\n", encoding="utf-8")
    return folder

"""Pages of reference, from what the program and the package say of themselves."""

import re
import subprocess
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def cell(value):
    if isinstance(value, (list, tuple)):
        value = ", ".join(map(str, value))
    text = "" if value is None or value != value else str(value)
    return text.replace("|", "\\|").replace("\n", " ").replace("<", "&lt;")


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell(one) for one in line) + " |" for line in lines)


def number(value):
    return f"{value:.6g}"


def help_of(program, *words):
    return subprocess.run([program, *words, "--help"], capture_output=True, text=True, check=True).stdout.rstrip()


def subcommands(text):
    return re.findall(r"^  ([a-z]\w*) ", text.partition("ubcommands:")[2], re.MULTILINE)


def commands(program):
    """Every command with its help, as it prints it."""
    whole = help_of(program)
    parts = ["# Commands", "What `tumen COMMAND --help` says.", f"```text\n{whole}\n```"]
    for first in subcommands(whole):
        text = help_of(program, first)
        parts.append(f"## tumen {first}\n\n```text\n{text}\n```")
        for second in subcommands(text):
            parts.append(f"### tumen {first} {second}\n\n```text\n{help_of(program, first, second)}\n```")
    return "\n\n".join(parts)


def parameters(tumen):
    parts = ["# Parameters", "Every number of the model: its unit, its value, what the evidence leaves open, and who says "
             "so. What a grade of evidence is worth: [the model card](../docs/model-card.md)."]
    for group, rows in tumen.parameters.groupby("group", sort=False):
        parts.append(f"## {group.replace('_', ' ').capitalize()}")
        parts.append(table(["name", "what it is", "unit", "value", "range", "kind", "grade", "sources"], [
            [f"`{name}`", row["label"], row["unit"], number(row["value"]),
             f"{number(row['low'])} to {number(row['high'])}", row["kind"], row["grade"],
             row["sources"]] for name, row in rows.iterrows()]))
    return "\n\n".join(parts)


def observables(tumen):
    rows = [[f"`{name}`", row["label"], row["unit"], row["measure"], row["explanation"]]
            for name, row in tumen.observables.iterrows()]
    return "# Observables\n\nThe columns of a day.\n\n" + table(["name", "label", "unit", "measure", "what it is"], rows)


def measures():
    """The ledger of measures, as it is compiled into the program."""
    ledger = tomllib.loads((ROOT / "evidence/measures.toml").read_text())
    parts = ["# Measures", "What is measured where nothing else is asked for. Each is written in the language of statistics, "
             "which [the evidence](../evidence/README.md) explains; `--headline` takes others."]
    for kind, entries in ledger.items():
        if not isinstance(entries, list):
            continue
        parts.append(f"## {kind.replace('_', ' ').capitalize()}s")
        for entry in entries:
            facts = table(["", ""], [[key.replace("_", " "), f"`{cell(value)}`" if key == "statistic" else value]
                                     for key, value in entry.items() if key != "id"])
            parts.append(f"### {entry['id']}\n\n{facts}")
    return "\n\n".join(parts)


SCHEMA = "scenario.schema.json"


def write_schema(program, folder):
    text = subprocess.run([program, "scenario", "schema"], capture_output=True, text=True, check=True).stdout
    folder.mkdir(parents=True)
    (folder / SCHEMA).write_text(text)


def scenario_keys(program):
    """The commented scenario that the program writes: every section and key."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([program, "scenario", "new", "mine"], cwd=folder, check=True, capture_output=True)
        text = (Path(folder) / "mine.toml").read_text()
    return ("# Keys of a scenario\n\nWhat `tumen scenario new mine` writes: every key with its meaning. How scenarios are "
            "written: [the scenarios](../scenarios/README.md); what may be set: [the parameters](parameters.md).\n\n"
            "Editors complete and check them by a JSON Schema, which `tumen scenario schema` writes; this is the one of the "
            "version described here:\n\n"
            f'<p><a href="{SCHEMA}">{SCHEMA}</a></p>\n\n'
            f"```toml\n{text.rstrip()}\n```")


def patterns(tumen):
    parts = ["# Patterns", "What was reported, how it is tested, and what part it plays. Patterns that the model does not "
             "show stay, as not shown: see [the evidence](../docs/evidence.md)."]
    for name, row in tumen.patterns.iterrows():
        facts = table(["", ""], [[key.replace("_", " "), f"`{value}`" if key == "statistic" and value else value]
                                 for key, value in row.items() if key != "statement" and cell(value)])
        parts.append(f"## {name}\n\n{cell(row['statement'])}\n\n{facts}")
    return "\n\n".join(parts)


def sources(tumen):
    parts = ["# Sources", "Sources that share what stands under independence do not confirm each other."]
    for name, row in tumen.sources.iterrows():
        facts = table(["", ""], [[key.replace("_", " "), value] for key, value in row.items() if cell(value)])
        parts.append(f"## {name}\n\n{facts}")
    return "\n\n".join(parts)


def scenarios(tumen):
    parts = ["# Scenarios", "Those that come with the program. [How they are written](../scenarios/README.md)."]
    for name, row in tumen.scenarios.iterrows():
        one = tumen.scenario(name)
        happens = table(["what", "first day", "last day"], [[event["kind"], event["first"], event["last"]]
                                                            for _, event in one.events.iterrows()])
        parts.append(f"## {name}\n\n**{cell(row['title'])}.** {cell(row['question'])}\n\n"
                     f"{row['days']} days from {row['start']}, in {', '.join(one.cities['label'])}.\n\n"
                     + (happens if len(one.events) else "Nothing special happens in it.")
                     + f"\n\n```console\n$ tumen run {name}\n$ tumen scenario explain {name}\n```")
    return "\n\n".join(parts)


def python(tumen):
    """The package, by autodoc."""
    parts = ["# The Python package", "How it is used: [Tumen in Python](../docs/python.md).",
             "```{eval-rst}\n.. currentmodule:: tumen\n```"]
    functions = [name for name in tumen.__all__ if name[0].islower()]
    tables = {"parameters", "observables", "patterns", "sources", "scenarios"}
    for name in sorted(set(functions) - tables):
        parts.append(f"```{{eval-rst}}\n.. autofunction:: tumen.{name}\n```")
    for name in sorted(set(tumen.__all__) - set(functions)):
        kind = "autoexception" if issubclass(getattr(tumen, name), BaseException) else "autoclass"
        # What a class adds to Results, of which most are; Results has all of its own.
        parts.append(f"```{{eval-rst}}\n.. {kind}:: tumen.{name}\n   :members:\n   :inherited-members: Results, BaseException"
                     "\n   :show-inheritance:\n```")
    return "\n\n".join(parts)


MANUAL = """\
for (file in sort(list.files("r/tumen/man", full.names = TRUE))) {
  title <- unlist(Filter(function(part) attr(part, "Rd_tag") == "\\\\title", tools::parse_Rd(file)))
  cat("## ", tools::file_path_sans_ext(basename(file)), ": ", title, "\\n\\n```text\\n", sep = "")
  text <- capture.output(tools::Rd2txt(file, options = list(underline_titles = FALSE, width = 100)))
  cat(sub("^ +$", "", text[-(1:2)]), "```", "", sep = "\\n")
}"""


def r():
    """The package for R, by its manual."""
    text = subprocess.run(["Rscript", "--vanilla", "-e", MANUAL], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return f"# The package for R\n\nHow it is used: [Results in R](../docs/r.md).\n\n{text}"


def pages(program):
    """Name -> text."""
    import tumen
    return {"commands": commands(program), "python": python(tumen), "r": r(), "scenarios": scenarios(tumen),
            "keys": scenario_keys(program), "measures": measures(),
            "parameters": parameters(tumen), "observables": observables(tumen), "patterns": patterns(tumen),
            "sources": sources(tumen)}

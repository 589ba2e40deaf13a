"""What journals and archives ask of a model, answered from the ledger and from results; what a program cannot know is
left blank and said."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

    import pandas

    from .._played import Played
    from .._types import FilePath

BLANK = "*(to be filled in by a person)*"


def lines(*parts: str | None) -> str:
    return "\n".join(part for part in parts if part is not None) + "\n"


def one_page(results: Played, about: dict[str, Any], made: dict[str, Any]) -> str:
    """The summary of one page that helps others to find and judge a model."""
    names = ", ".join(results.scenarios)
    cities = ", ".join(results.scenario.cities["label"])
    return lines(
        f"# {about['title']}: summary on one page", "",
        "| | |", "| --- | --- |",
        f"| question | {results.scenario.question} |",
        f"| model | Tumen {made['version']}, commit {made['commit'] or 'unknown'}: people of synthetic cities |",
        f"| kind | agent-based, stochastic; {cities}; {results.scenario.days} days from {results.scenario.start} |",
        f"| played | {names}: {len(results.hashes)} replicates, seed {results.seed} |",
        "| inputs | scenario-*.toml; every number with its sources in parameters.csv |",
        "| outputs | results.sqlite, headlines.csv; units in observables.csv |",
        "| described in | ODD+D (docs/model.md of the source) and TRACE (docs/trace.md) |",
        "| language, licence | C++20, with Python and R; Apache-2.0 |",
        f"| runs on | {made['platform']}; Linux, and the model alone in a browser |",
        "| beware | all people are synthetic; no forecast; nothing about any real person |",
        f"| contact | {BLANK} |", f"| identifier of the archive | {BLANK} |", f"| publication | {BLANK} |", "",
        *[f"- {sentence}" for sentence in results.answer])


def one_page_of_the_program(version: str, commit: str, scenarios: pandas.DataFrame, parameters: pandas.DataFrame,
                            patterns: pandas.DataFrame) -> str:
    """As one_page, of the model whatever is asked of it."""
    return lines(
        "# Tumen: summary on one page", "",
        "| | |", "| --- | --- |",
        "| question | when a campaign against foreign phones counts its phones and its oaths, what has really changed? |",
        f"| model | Tumen {version}, commit {commit or 'unknown'}: people of synthetic cities |",
        "| kind | agent-based, stochastic; cities of a border, their households, brokers and officers; steps of a day |",
        f"| inputs | {len(parameters)} numbers with ranges and sources (parameters.csv); "
        f"{len(scenarios)} scenarios (scenario-*.toml), and a reader's own |",
        "| outputs | what is counted and what changed, day by day; units in observables.csv |",
        f"| looked at | {len(patterns)} reported patterns (patterns.csv), with what each is used for |",
        "| described in | ODD+D (docs/model.md of the source) and TRACE (docs/trace.md) |",
        "| language, licence | C++20, with Python and R; Apache-2.0 |",
        "| runs on | Linux, and the model alone in a browser |",
        "| beware | all people are synthetic; no forecast; nothing about any real person |",
        f"| contact | {BLANK} |", f"| identifier of the archive | {BLANK} |", f"| publication | {BLANK} |")


def counted(column: pandas.Series[Any]) -> str:
    return ", ".join(f"{count} {name}" for name, count in column.value_counts().items())


def use_of_data(parameters: pandas.DataFrame, patterns: pandas.DataFrame, sources: pandas.DataFrame) -> str:
    """Rigour and transparency of how data are used (RAT-RS): why, which, how, for each use."""
    fitted, shown = patterns[patterns["role"] == "calibrate"], patterns[patterns["role"] != "calibrate"]
    return lines(
        "# How data are used (RAT-RS)", "",
        "Each use of data is one part. What is said of it is counted from the ledger; its entries are in parameters.csv,",
        "patterns.csv and sources.csv, each with its sources.", "",
        "## Specification: values of the model", "",
        f"- **What for?** {len(parameters)} numbers of the rules, in {parameters['group'].nunique()} groups.",
        "- **Which data?** No data set: statements of sources, in the project's own words.",
        f"- **How good?** {counted(parameters['grade'])}. An assumed number has a range, and nothing rests on it alone.",
        "- **Why these?** Because nothing better is published; what bounds a range stands in the note of each entry.",
        "- **What was left out?** Records of real persons, on purpose.", "",
        "## Calibration: patterns that are fitted to", "",
        f"- **What for?** {len(fitted)} reported patterns, by approximate Bayesian computation.",
        f"- **Which data?** {counted(fitted['observed'])}.",
        f"- **How good?** grades {counted(fitted['grade'])}.", "",
        "## Corroboration: patterns that are only looked at", "",
        f"- **What for?** {len(shown)} patterns: {counted(shown['role'])}.",
        "- **What does it not show?** A pattern that put the model together is no test of it.", "",
        "## Sources", "",
        f"- {len(sources)} sources: {counted(sources['kind'])}.",
        f"- {sources['independence'].nunique()} groups of common origin; sources of one group do not confirm each other.", "",
        "## Left for a person", "",
        f"- Who chose the sources, and what else was looked at: {BLANK}",
        f"- Whom it may harm that these data are used: {BLANK}")


PLAYED_AGAIN = "tumen verify results.sqlite: bit by bit"


def check_list(what: str, clone: FilePath | None, again: str) -> str:
    """What a library of models asks before it gives a model its badge, as far as a program can tell."""
    code = "code.tar.gz, from the clone" if clone else "not in this folder: version and commit are named in README.md"
    documents = "docs/*.docx and *.pdf" if clone else "in the source, docs/model.md and docs/trace.md"
    rows = [("the code is complete and has a licence", "yes", code),
            ("the code can be compiled and run as it is", "yes", "make run, on Debian 12; tested from nothing"),
            ("dependencies have versions", "yes", "tools/setup for Debian 12; python/requirements.lock, with hashes"),
            ("the code is commented and has tests", "yes", "make test"),
            ("documentation in a standard form", "yes", f"ODD+D and TRACE: {documents}"),
            ("inputs and outputs are described", "yes", "parameters.csv, observables.csv, with units"),
            ("the outputs of the paper can be made again", "yes", again),
            ("metadata that machines read", "yes", "ro-crate-metadata.json"),
            ("authors with identifiers", BLANK, ""), ("the paper it belongs to", BLANK, ""),
            ("a peer has reviewed the model", BLANK, "")]
    return lines("# Checklist for a library of models (after CoMSES)", "", what, "",
                 "| asked | answer | where |", "| --- | --- | --- |",
                 *[f"| {asked} | {answer} | {where} |" for asked, answer, where in rows])

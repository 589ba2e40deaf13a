"""What goes wrong, as exceptions with the text that the command line shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


class Error(Exception):
    """Whatever Tumen refuses. Its text is what the command line would print.

    The place and the parts of the first problem are attributes; all problems are in ``diagnostics``, one dict each with
    the same names.

    Attributes
    ----------
    problem, reason, suggestion : str
        The last two may be empty.
    file : str
        Empty where the input is no file.
    line, column : int
        From 1; 0 where not known.
    diagnostics : list of dict
        All problems, in the order in which they were found.
    """

    def __init__(self, text: str, diagnostics: Iterable[dict[str, Any]] = ()) -> None:
        super().__init__(text)
        self.diagnostics = list(diagnostics)
        first = self.diagnostics[0] if self.diagnostics else {}
        self.problem = first.get("problem", text)
        self.reason = first.get("reason", "")
        self.suggestion = first.get("suggestion", "")
        self.file = first.get("file", "")
        self.line = first.get("line", 0)
        self.column = first.get("column", 0)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (str(self), self.diagnostics)


class ScenarioError(Error, ValueError):
    """A scenario, a value set in it or a schedule cannot be played."""


class ResultsError(Error):
    """A results file cannot be read or written, or replicates cannot be played or stored."""


class ArgumentError(Error, ValueError):
    """An argument that no function takes: a number out of range, a name that is not known."""


class Interrupted(KeyboardInterrupt):
    """Ctrl-C, or the notebook's stop button, while replicates were played.

    In a session that did not catch the exception: ``import sys; results = sys.last_value.partial``.

    Attributes
    ----------
    partial : Results
        All replicates that were finished, ready for use.
    """

    def __init__(self, text: str, partial: Any) -> None:
        super().__init__(text)
        self.partial = partial

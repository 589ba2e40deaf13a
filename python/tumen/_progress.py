"""How far playing is: a line in a terminal, a bar in a notebook, nothing elsewhere."""

from __future__ import annotations

import html
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TextIO

    from ._types import Progress, Shown

BETWEEN_CHANGES = 0.1  # seconds


def duration(seconds: float) -> str:
    """12 s, 3 min 20 s, 2 h 5 min."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def text(done: int, failed: int, replicates: int, share: float, seconds: float) -> str:
    """64 of 128 replicates (1 failed), 12 s left."""
    line = f"{done + failed} of {replicates} replicates"
    if failed:
        line += f" ({failed} failed)"
    if share > 0 and seconds > 0:
        line += f", {duration(seconds * (1 - share) / share)} left"
    return line


class Line:
    """One line of a terminal, written over and taken away at the end."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream
        self.next = 0.0

    def __call__(self, *state: Any) -> None:
        now = time.monotonic()
        if now >= self.next:
            self.next = now + BETWEEN_CHANGES
            self._write(text(*state))

    def close(self) -> None:
        self._write("")

    def _write(self, line: str) -> None:
        self.stream.write("\r\x1b[K" + line)
        self.stream.flush()


class Bar:
    """A bar below the cell of a notebook, gone at the end."""

    def __init__(self, display: Callable[..., Any]) -> None:
        from IPython.display import HTML
        self.html = HTML
        self.handle = display(HTML(""), display_id=True)
        self.next = 0.0

    def __call__(self, *state: Any) -> None:
        now = time.monotonic()
        if now >= self.next:
            self.next = now + BETWEEN_CHANGES
            share = state[3]
            self.handle.update(self.html(
                f'<progress max="1" value="{share:.3f}"></progress> {html.escape(text(*state))}'))

    def close(self) -> None:
        self.handle.update(self.html(""))


class Silence:
    """Nobody watches."""

    def __call__(self, *state: Any) -> None:
        pass

    def close(self) -> None:
        pass


class Call:
    """A function of the user's."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function

    def __call__(self, *state: Any) -> None:
        self.function(*state)

    def close(self) -> None:
        pass


def notebook_display() -> Callable[..., Any] | None:
    """IPython's display where this is a notebook's kernel, else None."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    if shell is None or not hasattr(shell, "kernel"):
        return None
    from IPython.display import display
    shown: Callable[..., Any] = display
    return shown


def chosen(progress: Progress) -> Shown:
    """What `progress` asks for: None = as the place suits, False = nothing, a function = that one."""
    if callable(progress):
        return Call(progress)
    if progress is False:
        return Silence()
    display = notebook_display()
    if display is not None:
        return Bar(display)
    if progress or (sys.stderr is not None and sys.stderr.isatty()):
        return Line(sys.stderr)
    return Silence()

"""Names for types, for whoever checks them: nothing imports this module while it runs."""

import datetime
import os
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

FilePath = str | os.PathLike[str]
Value = float | str
Values = Mapping[str, Value | datetime.date]
Varied = float | str | datetime.date
Vary = (str | Sequence[str] | Mapping[str, tuple[Varied, Varied] | tuple[Varied, Varied, int | datetime.timedelta]
                                      | list[Any] | None])
Progress = Callable[[int, int, int, float, float], Any] | bool | None
Buffer = bytes | memoryview
Block = tuple[int, int, int]  # where a message lies, length of its metadata and of its body
Step = tuple[int, int, int, int, int, str, str]  # city, person (two numbers), day, ward, event, outcome of a diary


class Shown(Protocol):
    """Who is told how far playing is."""

    def __call__(self, *state: Any) -> None: ...

    def close(self) -> None: ...

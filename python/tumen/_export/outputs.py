"""What leaves results: figures, pages, files and columns for others, and the question whether they play again."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from .. import _carry, _tumen
from .._derived import Derived, Stored
from .._errors import Interrupted
from .._played import Played
from .._progress import chosen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    import pandas

    from .._types import FilePath, Progress


class Outputs(Played):
    """The part of Results that hands them to others."""

    def plot(self, observable: str | Sequence[str] = "calling", *, scenario: str | None = None,
             city: str | None = None, ax: Any = None) -> Any:
        """Fan chart over replicates: median, the middle 50 % and 90 %, drives and meetings marked.

        Parameters
        ----------
        observable : str or list of str
            A column of `daily`, a sum ("calling", "handed_in"), or a list of them: one panel each.
        scenario : str, optional
            Name; all of them, one colour each, where none is given.
        city : str, optional
            Name; all added up where none is given.
        ax : matplotlib.axes.Axes, optional
            Where to draw, or a list of as many.

        Returns
        -------
        matplotlib.axes.Axes
            Or an array of them for a list.

        Raises
        ------
        ArgumentError
            Nothing here is called so.
        """
        from . import plot
        return plot.fan(self, observable, scenario, city, ax)

    def report(self, path: FilePath, *, replace: bool = False) -> None:
        """Write the HTML report of the first scenario, as `tumen report` does.

        Parameters
        ----------
        path : str or os.PathLike
            Of the page.
        replace : bool
            True replaces a file that is there.

        Raises
        ------
        FileExistsError
            The file is there.
        """
        page = self._engine.page(0, False)
        with open(os.fspath(path), "w" if replace else "x", encoding="utf-8") as file:
            file.write(page)

    def verify(self, other: Played | None = None, *, replicates: int = 0, threads: int | None = None,
               progress: Progress = None) -> dict[str, Any]:
        """Play the replicates again, or compare them with other results, day by day.

        Parameters
        ----------
        other : Results, optional
            What to compare them with; they are played again where none is given.
        replicates : int
            How many of each scenario, the first ones; 0 = all.
        threads : int, optional
            All processors where None.
        progress : callable, bool or None
            As in `run`.

        Returns
        -------
        dict
            Numbers of replicates: checked, equal, left (not reached, or in one of both only); and differences, a list
            of str.

        Raises
        ------
        Interrupted
            Ctrl-C; its ``partial`` is this dict so far.
        """
        if other is not None:
            return _tumen.compare_results(self._engine, other._engine)
        shown = chosen(progress)
        try:
            told = _tumen.verify_results(self._engine, replicates, threads or _tumen.available_threads(), shown)
        finally:
            shown.close()
        if told.pop("interrupted"):
            raise Interrupted(f"interrupted after {told['checked']} replicates", told)
        return told

    def save(self, path: FilePath) -> None:
        """Write a results file, as ``out=`` does while it plays.

        `tumen.open_results` and the command line read it. Derived observables stay behind.

        Parameters
        ----------
        path : str or os.PathLike
            Of a file that is not there.

        Raises
        ------
        ResultsError
            The file is there, or cannot be written.
        """
        _carry.save(self._engine, path)

    def __reduce__(self) -> tuple[Any, ...]:
        derived = [Derived(one.name, self._stored(one.name), one.unit, one.label) for one in self._derived]
        state = {"_derived": derived, **{name: getattr(self, name) for name in self._carried if name in vars(self)}}
        return _carry.unpacked, (type(self), _carry.packed(self._engine, self._temporary), state)

    def _stored(self, name: str) -> Stored:
        return Stored(self.daily[name].to_numpy(), self.total[name].to_numpy())


    def to_xarray(self, *, total: bool = False) -> Any:
        """The days as an xarray.Dataset.

        Parameters
        ----------
        total : bool
            True takes all cities together.

        Returns
        -------
        xarray.Dataset
            One dimension for each of scenario, replicate, city and date that there is, one variable an observable,
            with its unit in ``attrs``.
        """
        from . import others
        return others.dataset(self.total if total else self.daily, self)

    def to_parquet(self, path: FilePath) -> None:
        """Write the days as a Parquet file, by pyarrow.

        Units and labels are in the metadata of the fields, what played them in that of the file.

        Parameters
        ----------
        path : str or os.PathLike
            Of a file that is not there.

        Raises
        ------
        FileExistsError
            The file is there.
        """
        from . import others
        others.write_parquet(self, path)

    def to_excel(self, path: FilePath) -> None:
        """Write a workbook, by xlsxwriter, each sheet of which is marked as synthetic.

        Sheets: a cover, units, summary, headlines, parameters, cases of the first replicate, days.

        Parameters
        ----------
        path : str or os.PathLike
            Of a file that is not there.

        Raises
        ------
        ResultsError
            There are more days than a sheet has rows.
        FileExistsError
            The file is there.
        """
        from . import workbook
        workbook.write_workbook(self, path)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The days as an Arrow C stream (a PyCapsule), without copying: polars, duckdb and pyarrow read it.
        City and scenario are dictionaries, dates date32; NaN stays NaN. Fields carry unit and label."""
        return self._table().arrow_stream()

    def __arrow_c_schema__(self) -> object:
        """The schema of that stream."""
        return self._table().arrow_schema()

    def arrow_stream(self) -> bytes:
        """The days as an Arrow IPC stream.

        Returns
        -------
        bytes
            Schema, dictionaries and one batch of all rows, columns as in `daily`.
        """
        from . import arrow
        return arrow.stream_bytes(self._table())

    def to_arrow(self, path: FilePath) -> None:
        """Write the days as an Arrow IPC file, which is version 2 of Feather.

        Parameters
        ----------
        path : str or os.PathLike
            Of a file that is not there.

        Raises
        ------
        FileExistsError
            The file is there.
        """
        from . import arrow
        with open(path, "xb") as file:
            arrow.write_file(self._table(), file)

    # ----------------------------------------------------------------- for people

    def __repr__(self) -> str:
        done = int((self.replicates["status"] == "done").sum()) if len(self.replicates) else 0
        where = f", in {self._engine.path}" if self._engine.path else ""
        return f"<results of {', '.join(self.scenarios)}: {done} replicates, seed {self._engine.seed}{where}>"

    def __str__(self) -> str:
        from . import notebook
        return notebook.printed(self)

    def _repr_html_(self) -> str:
        from . import notebook
        return notebook.results(self)

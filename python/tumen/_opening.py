"""Results that were stored, as what they were played for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from . import _tumen
from ._calibration import Calibration
from ._play import Check, Comparison
from ._results import Results
from ._sensitivity import Sensitivity
from ._sweep import Sweep

if TYPE_CHECKING:
    from ._types import FilePath

KINDS: dict[str, type[Results]] = {"compare": Comparison, "check": Check, "sweep": Sweep, "sensitivity": Sensitivity,
                                   "calibrate": Calibration}


def open_results(path: FilePath) -> Results:
    """Open a results file, of the command line or of ``out=``. It is read-only and may come from a stranger.

    Parameters
    ----------
    path : str or os.PathLike
        Of the file.

    Returns
    -------
    Results
        Or the Comparison, Check, Sweep, Sensitivity or Calibration that was played.

    Raises
    ------
    ResultsError
        No such file, not a results file, of another format, damaged, or in use.
    """
    engine = _tumen.open_results(os.fspath(path))
    return KINDS.get(engine.kind, Results)(engine)

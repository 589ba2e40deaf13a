"""Results on their way: into a file, through pickle, and back from whoever played a part of them."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from . import _tumen
from ._errors import ArgumentError, Interrupted
from ._progress import chosen

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Executor, Future
    from typing import Any

    from ._played import Kind, Played
    from ._types import FilePath, Shown

PARTS_A_WORKER = 4  # so that a slow worker does not hold up the others for long


def save(engine: _tumen.Results, path: FilePath) -> None:
    _tumen.save_results(engine, os.fspath(path))


def packed(engine: _tumen.Results, temporary: bool) -> str | bytes:
    """A results file's path, or its bytes where nobody else knows it."""
    if engine.path and not temporary:
        return os.path.abspath(engine.path)
    if engine.path:
        return Path(engine.path).read_bytes()
    import tempfile
    with tempfile.TemporaryDirectory(prefix="tumen-") as folder:
        path = Path(folder) / "results.sqlite"
        save(engine, path)
        return path.read_bytes()


def unpacked(made_of: type[Kind], pack: str | bytes, state: dict[str, Any]) -> Kind:
    """Results of the class `made_of`, as `packed` left them."""
    if isinstance(pack, str):
        results = made_of(_tumen.open_results(pack))
    else:
        results = from_bytes(made_of, pack)
    results.__dict__.update(state)
    return results


def from_bytes(made_of: type[Kind], pack: bytes) -> Kind:
    import shutil
    import tempfile
    folder = tempfile.mkdtemp(prefix="tumen-")
    try:
        path = Path(folder) / "results.sqlite"
        path.write_bytes(pack)
        engine = _tumen.open_results(str(path))
        if engine.kind == "calibrate":  # its generations stay in the file
            results = made_of(engine)
            keep_while(results, folder)
            return results
        results = made_of(_tumen.gather_results([engine], None))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    shutil.rmtree(folder, ignore_errors=True)
    return results


def keep_while(results: Played, folder: str) -> None:
    """The folder lives as long as the results."""
    import shutil
    import weakref
    results._temporary = True
    weakref.finalize(results, shutil.rmtree, folder, ignore_errors=True)


def parts_of(numbers: list[int], count: int) -> list[list[int]]:
    """Stretches of numbers, of nearly equal length."""
    count = min(count, len(numbers))
    ends = [len(numbers) * part // count for part in range(count + 1)]
    return [numbers[first:last] for first, last in zip(ends, ends[1:])]


def play_by(executor: Executor, play: Callable[[list[int]], Played], numbers: list[int],
            experiment: _tumen.Experiment, asked: dict[str, Any]) -> _tumen.Results:
    """Has `play(numbers)`, which gives results and can be pickled, called by an executor for all parts of an
    experiment; the engine of all of them."""
    if not hasattr(executor, "submit"):
        raise ArgumentError(f"error: executor={executor!r} has no submit\n"
                            "  way out: give a concurrent.futures.Executor, or what behaves like one")
    if asked["out"] is not None:
        raise ArgumentError("error: an executor's workers cannot write one results file together\n"
                            "  way out: leave out= away, and save what comes: results.save(path)")
    workers = getattr(executor, "_max_workers", None) or _tumen.available_threads()
    futures = [executor.submit(play, part) for part in parts_of(numbers, PARTS_A_WORKER * workers)]
    shown = chosen(asked["progress"])
    try:
        return _tumen.gather_results(gathered(futures, len(numbers), experiment, shown), experiment)
    finally:
        shown.close()
        for future in futures:
            future.cancel()


def gathered(futures: list[Future[Played]], planned: int, experiment: _tumen.Experiment,
             shown: Shown) -> list[_tumen.Results]:
    import concurrent.futures
    begun, parts, done = time.monotonic(), [], 0
    try:
        for future in concurrent.futures.as_completed(futures):
            part = future.result()._engine
            parts.append(part)
            done += len(part.planned)
            shown(done, 0, planned, done / planned, time.monotonic() - begun)
    except KeyboardInterrupt:
        partial = _tumen.gather_results(parts, experiment) if parts else None
        raise Interrupted(f"{done} of {planned} replicates are finished and are in the exception's .partial",
                          partial) from None
    return parts

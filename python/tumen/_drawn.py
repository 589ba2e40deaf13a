"""What the replicates of a run are drawn from, and how many are usual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import _tumen
from ._errors import ArgumentError

if TYPE_CHECKING:
    from typing import Any


def drawn_from(asked: dict[str, Any]) -> str | None:
    """Where values are drawn: "belief" or "prior", or None where they are not or a calibration has them; says what
    contradicts itself."""
    values, luck_only, posterior = asked.get("values"), asked.get("luck_only"), asked.get("posterior")
    if luck_only and (values is not None or posterior is not None):
        raise ArgumentError("error: luck_only and values or posterior (luck_only leaves values as they are)\n"
                            "  way out: give one of them")
    if values is not None and posterior is not None:
        raise ArgumentError("error: values and posterior (both say where the values of replicates come from)\n"
                            "  way out: give one of them")
    if asked.get("rules", "all") not in ("all", "default"):
        raise ArgumentError(f"error: rules={asked['rules']!r}\n  way out: rules=\"all\", or rules=\"default\"")
    if values not in (None, "belief", "prior"):
        raise ArgumentError(f"error: values={values!r}\n"
                            "  way out: \"belief\" or \"prior\", or posterior= with a calibration's results")
    if values == "belief" and _tumen.usual_values() != "belief":
        raise ArgumentError("error: there is no belief of this model to draw from: prior only\n"
                            "  way out: values=\"prior\" draws from the prior")
    values = None if luck_only or posterior is not None else values or _tumen.usual_values()
    if asked.get("without_voice") is not None and values != "belief":
        raise ArgumentError("error: without_voice and draws that are not of the belief\n"
                            "  way out: a voice can be left out of the belief alone: leave out without_voice")
    return values


def usual_replicates(asked: dict[str, Any]) -> dict[str, Any]:
    """300 with draws: enough to tell the width of a range of nine in ten within a tenth."""
    if asked["replicates"] is not None:
        return asked
    return {**asked, "replicates": 64 if asked.get("luck_only") else 300}

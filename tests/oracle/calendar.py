"""Step 1: what holds on a day. Days count from 0, the start date; every range is inclusive."""

from dataclasses import dataclass
from types import SimpleNamespace

from .parameters import BUILD, assign, base_values, locate, namespace


@dataclass
class Today:
    t: int
    p: SimpleNamespace  # the day's parameter values, by symbol
    theta: float  # threat
    pi: float  # pressure
    harsh: bool  # the first deadline has passed
    central: bool  # a central team is present
    meeting: bool
    deadline: int | None  # of the hand-in drive in force
    promised: bool  # that drive promises forgiveness
    oath_drive: bool  # in force
    oath_drive_opens: bool  # first day of an oath drive


def covers(entry, t):
    return entry["from"] <= t <= entry["to"]


class Calendar:
    def __init__(self, spec):
        self.base = base_values(spec)
        self.hand_in = spec.get("hand_in_drive", [])
        self.oath = spec.get("oath_drive", [])
        self.sweeps = spec.get("sweep", [])
        self.peaks = spec.get("peak", [])
        self.schedule = spec.get("schedule", [])
        self.meetings = {m["on"] if isinstance(m, dict) else m for m in spec.get("meeting", [])}
        for kind in (self.hand_in, self.oath):
            ordered = sorted(kind, key=lambda drive: drive["from"])
            for earlier, later in zip(ordered, ordered[1:]):
                if later["from"] <= earlier["to"]:
                    raise ValueError("two drives of one kind overlap")
        for drive in self.hand_in:
            if drive.get("forgiveness", "promised") not in ("promised", "none"):
                raise ValueError("forgiveness is 'promised' or 'none'")
        for entry in self.schedule:
            if locate(entry["parameter"])[0] in BUILD:
                raise ValueError(f"{entry['parameter']} is part of how the city is built")

    def values(self, t):
        values = dict(self.base)
        for entry in self.schedule:
            if covers(entry, t):
                assign(values, entry["parameter"], entry["value"])
        return namespace(values)

    def threat(self, t, p, central):
        def lasting(drive):
            return drive["to"] < t <= drive["to"] + p.threat_lasts

        if any(covers(drive, t) for drive in self.hand_in):
            theta = p.threat_handin
        elif any(lasting(drive) for drive in self.hand_in):
            theta = p.threat_after
        elif any(covers(drive, t) or lasting(drive) for drive in self.oath):
            theta = p.threat_oath
        else:
            theta = 1.0
        return max(theta, p.sweep_threat) if central else theta

    def pressure(self, t, drive):
        pi = 0.0
        if drive:
            length = drive["to"] - drive["from"]
            pi = (t - drive["from"]) / length if length > 0 else 1.0
        return max([pi] + [peak["pressure"] for peak in self.peaks if covers(peak, t)])

    def today(self, t):
        p = self.values(t)
        drive = next((d for d in self.hand_in if covers(d, t)), None)
        central = any(covers(sweep, t) for sweep in self.sweeps)
        return Today(
            t=t,
            p=p,
            theta=self.threat(t, p, central),
            pi=self.pressure(t, drive),
            harsh=any(t > d["to"] for d in self.hand_in),
            central=central,
            meeting=t in self.meetings,
            deadline=drive["to"] if drive else None,
            promised=bool(drive) and drive.get("forgiveness", "promised") == "promised",
            oath_drive=any(covers(d, t) for d in self.oath),
            oath_drive_opens=any(d["from"] == t for d in self.oath),
        )

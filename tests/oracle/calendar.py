"""Step 1: what holds on a day. Days count from 0, the start date; every range is inclusive."""

from dataclasses import dataclass
from types import SimpleNamespace

from .parameters import BUILD, assign, base_values, chosen_rules, locate, namespace

OATH_WITHOUT_EFFECT = {"threat_oath": 1, "oath_fear": 0, "oath_effect": 0, "rep_oath": 0,
                       "susp_refuse": 0, "meeting": 0}  # fmt: skip


@dataclass
class Today:
    t: int
    p: SimpleNamespace  # the day's parameter values, by symbol
    theta: float  # threat
    pi: float  # pressure
    harsh: bool  # the first deadline has passed
    central: bool  # a central team is present
    reach: float  # share of units that meet today
    drive: dict | None  # the hand-in drive in force
    promised: bool  # that drive promises forgiveness
    oath_drive: bool  # in force
    oath_drive_opens: bool  # first day of an oath drive


def covers(entry, t):
    return entry["from"] <= t <= entry["to"]


def refuse_overlap(entries, what):
    ordered = sorted(entries, key=lambda entry: entry["from"])
    for earlier, later in zip(ordered, ordered[1:]):
        if later["from"] <= earlier["to"]:
            raise ValueError(f"two {what} overlap")


class Calendar:
    def __init__(self, spec):
        self.base = base_values(spec)
        self.rules = chosen_rules(spec)
        self.hand_in = spec.get("hand_in_drive", [])
        self.oath = spec.get("oath_drive", [])
        self.sweeps = spec.get("sweep", [])
        self.peaks = spec.get("peak", [])
        self.schedule = spec.get("schedule", [])
        meetings = [m if isinstance(m, dict) else {"on": m} for m in spec.get("meeting", [])]
        self.reach = {m["on"]: m.get("reach", 1 / self.base["units_per_ward"]) for m in meetings}
        if len(self.reach) < len(meetings):
            raise ValueError("two meetings on one day")
        for kind in (self.hand_in, self.oath, self.sweeps):
            refuse_overlap(kind, "drives or sweeps of one kind")
        for drive in self.hand_in:
            if drive.get("forgiveness", "promised") not in ("promised", "none"):
                raise ValueError("forgiveness is 'promised' or 'none'")
        self.check_schedule()

    def check_schedule(self):
        by_value = {}
        for entry in self.schedule:
            symbol, part = locate(entry["parameter"])
            if symbol in BUILD:
                raise ValueError(f"{entry['parameter']} is part of how the city is built")
            by_value.setdefault((symbol, part), []).append(entry)
        for entries in by_value.values():
            refuse_overlap(entries, "schedules of one value")

    def values(self, t):
        """Base values, the schedules in their place, and the rules last."""
        values = dict(self.base)
        for entry in self.schedule:
            if covers(entry, t):
                assign(values, entry["parameter"], entry["value"])
        if self.rules.oath == "none":
            values.update(OATH_WITHOUT_EFFECT)
        elif self.rules.oath == "false_enforcement":
            values["rep_oath"] *= values["rep_oath_false"]
            values["oath_effect"] = 0
        return namespace(values)

    def threat(self, t, p, central):
        """The largest of those that apply."""
        def lasting(drive):
            return drive["to"] < t <= drive["to"] + p.threat_lasts

        applying = [1.0]
        if any(covers(drive, t) for drive in self.hand_in):
            applying.append(p.threat_handin)
        if any(lasting(drive) for drive in self.hand_in):
            applying.append(p.threat_after)
        if any(covers(drive, t) or lasting(drive) for drive in self.oath):
            applying.append(p.threat_oath)
        if central:
            applying.append(p.sweep_threat)
        return max(applying)

    def pressure(self, t, drive):
        pi = 0.0
        if drive and drive["to"] > drive["from"]:
            pi = (t - drive["from"]) / (drive["to"] - drive["from"])
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
            reach=self.reach.get(t, 0.0),
            drive=drive,
            promised=bool(drive) and drive.get("forgiveness", "promised") == "promised",
            oath_drive=any(covers(d, t) for d in self.oath),
            oath_drive_opens=any(d["from"] == t for d in self.oath),
        )

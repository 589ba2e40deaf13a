"""What the program prints of plays, worked out a second time: from the days and draws of a results file, by the
definitions of docs, with nothing of the program."""

import math
import sqlite3
from statistics import NormalDist

FIRST, LAST = 9, 44  # days of the small city's drive: 10 September to 15 October
SMALLEST = 5 * 20000 / 100000  # people who must stop for a ratio to mean something, in a city of 20,000


class Results:
    """Days, draws and yardsticks of a results file."""

    def __init__(self, path):
        self.file = sqlite3.connect(path)
        self.yardstick = dict(self.file.execute("SELECT point, yardstick FROM point"))

    def _by_replicate(self, sql, point):
        return dict(self.file.execute(sql, (point,)))

    def sums(self, columns, point):
        return self._by_replicate(f"SELECT replicate, sum({columns}) FROM daily WHERE point = ? AND day BETWEEN {FIRST} AND {LAST} "
                                  "GROUP BY replicate", point)

    def means(self, columns, first, last, point):
        return self._by_replicate(f"SELECT replicate, avg({columns}) FROM daily WHERE point = ? AND day BETWEEN {first} AND {last} "
                                  "GROUP BY replicate", point)

    def number(self, name, point=0):
        """By replicate; with a yardstick where it is one that compares with it."""
        calling = "calling_residents + calling_families + calling_smugglers + calling_brokers"
        dead = "decoys_professional + decoys_family"
        if name == "handed_in":
            return self.sums(f"{dead} + real_professional + real_family", point)
        if name == "dead_phones":
            return self.sums(dead, point)
        beside = self.yardstick[point]
        beside = point if beside is None else beside
        if name == "stopped_by_campaign":
            with_it, without = (self.means(calling, LAST - 6, LAST, one) for one in (point, beside))
        elif name == "phones_gone_by_campaign":
            with_it, without = (self.means("phones_held", LAST, LAST, one) for one in (point, beside))
        elif name == "quiet_after_by_campaign":
            with_it, without = (self.means(calling, 60 - 14, 59, one) for one in (point, beside))
        elif name == "official_per_changed":
            stopped, counted = self.number("stopped_by_campaign", point), self.number("handed_in", point)
            return {one: 100 * counted[one] / stopped[one] if stopped[one] >= SMALLEST
                    else math.inf if counted[one] > 0 else math.nan for one in stopped}
        else:
            raise KeyError(name)
        return {one: without[one] - with_it[one] for one in with_it}

    def draws(self):
        """By replicate the first one with the same values and rules: twins differ by luck alone."""
        drawn = {}
        for table, what in (("replicate_value", "value"), ("replicate_rule", "choice")):
            for replicate, name, one in self.file.execute(f"SELECT replicate, name, {what} FROM {table} ORDER BY 1, position"):
                drawn.setdefault(replicate, []).append((name, one))
        first = {}
        return {replicate: first.setdefault(tuple(draw), replicate) for replicate, draw in sorted(drawn.items())}

    def rules(self):
        """By replicate: choice by rule."""
        rules = {}
        for replicate, name, choice in self.file.execute("SELECT replicate, name, choice FROM replicate_rule"):
            rules.setdefault(replicate, {})[name] = choice
        return rules

    def value(self, name):
        return dict(self.file.execute("SELECT replicate, value FROM replicate_value WHERE name = ?", (name,)))


def quantile(values, p):
    """Between two neighbours by their distance; infinite where the upper one is and counts."""
    ordered = sorted(values)
    below = int(p * (len(ordered) - 1))
    part = p * (len(ordered) - 1) - below
    low, high = ordered[below], ordered[min(below + 1, len(ordered) - 1)]
    return low if part == 0 or low == high else low + part * (high - low)


def clusters(values, draws):
    """Plays of one draw together, in the order of draws; those without a value left out."""
    together = {}
    for replicate in sorted(values):
        if not math.isnan(values[replicate]):
            together.setdefault(draws.get(replicate, replicate), []).append(values[replicate])
    return [together[draw] for draw in sorted(together)]


def spread(values, draws, smallest=0):
    """What a row of `run --json` or a difference of `compare --json` has, but its Monte Carlo error (a bootstrap)."""
    plays = [one for one in values.values() if not math.isnan(one)]
    middle, low, high = (quantile(plays, p) for p in (0.5, 0.05, 0.95))
    ends = (quantile(plays, 0.25), quantile(plays, 0.75))
    sizes = [abs(b - a) / math.sqrt(2) for twins in clusters(values, draws) for a, b in zip(twins, twins[1:])
             if ends[0] <= (a + b) / 2 <= ends[1]]
    reach = quantile(sizes, 0.9) if len(sizes) >= 4 else None
    return {"plays": len(plays), "without": len(values) - len(plays), "draws": len(clusters(values, draws)),
            "middle": middle, "low": low, "high": high,
            "luck_low": None if reach is None else max(middle - reach, low),
            "luck_high": None if reach is None else min(middle + reach, high),
            "above": sum(one > 0 for one in plays), "below": sum(one < 0 for one in plays),
            "small": sum(abs(one) < smallest or one == 0 for one in plays)}


def scores(values):
    """Normal scores of ranks, ties in their middle."""
    ordered = sorted(values)
    first, last = {}, {}
    for place, one in enumerate(ordered):
        first.setdefault(one, place)
        last[one] = place
    return [NormalDist().inv_cdf(((first[one] + last[one]) / 2 + 0.5) / len(ordered)) for one in values]


def shares(values, draws, rules):
    """Of the variance of normal scores: luck by twins, rules by what lies between their choices beyond chance."""
    plays = [one for one in sorted(values) if not math.isnan(values[one])]
    scored = dict(zip(plays, scores([values[one] for one in plays])))
    together = {}
    for one in plays:
        together.setdefault(draws[one], []).append(one)
    mean = sum(scored.values()) / len(plays)
    variance = sum((one - mean) ** 2 for one in scored.values()) / (len(plays) - 1)
    twins = [(scored[b] - scored[a]) ** 2 / 2 for group in together.values() for a, b in zip(group, group[1:])]
    luck = min(sum(twins) / len(twins) / variance, 1)
    means = {draw: sum(scored[one] for one in group) / len(group) for draw, group in together.items()}
    centre = sum(means.values()) / len(means)
    between = 0
    for rule in rules[plays[0]]:
        groups = {}
        for draw, one in means.items():
            groups.setdefault(rules[draw][rule], []).append(one)
        if len(groups) < 2:
            continue
        explained = sum(len(group) * (sum(group) / len(group) - centre) ** 2 for group in groups.values())
        total = sum((one - centre) ** 2 for one in means.values())
        chance = (len(groups) - 1) * (total - explained) / (len(means) - len(groups))
        between += max(0, (explained - chance) / len(means))
    of_rules = min(between / variance, 1 - luck)
    return {"luck": luck, "rules": of_rules, "values": 1 - luck - of_rules}


def explained(y, fact):
    """Share of the variance of y's scores that a cubic of a fact's scores explains, less what three terms of chance do: by
    the normal equations."""
    y, x = scores(y), scores(fact)
    n = len(y)
    terms = [[one ** power for one in x] for power in (1, 2, 3)]
    terms = [[one - sum(term) / n for one in term] for term in terms]
    y = [one - sum(y) / n for one in y]
    size = len(terms)
    rows = [[sum(a * b for a, b in zip(one, other)) for other in [*terms, y]] for one in terms]
    for i in range(size):  # Gauss, with the largest first
        best = max(range(i, size), key=lambda row: abs(rows[row][i]))
        rows[i], rows[best] = rows[best], rows[i]
        for row in range(size):
            if row != i:
                factor = rows[row][i] / rows[i][i]
                rows[row] = [a - factor * b for a, b in zip(rows[row], rows[i])]
    weights = [rows[i][size] / rows[i][i] for i in range(size)]
    left = sum((one - sum(w * term[i] for w, term in zip(weights, terms))) ** 2 for i, one in enumerate(y))
    return 1 - left / sum(one * one for one in y) * (n - 1) / (n - size - 1)


def weighted_range(values, weights):
    """The smallest values at or below which lie 5, 50 and 95 % of the weight."""
    pairs = sorted((value, weight) for value, weight in zip(values, weights) if weight > 0 and not math.isnan(value))
    whole, found = sum(weight for _, weight in pairs), []
    for p in (0.05, 0.5, 0.95):
        reached = 0
        for value, weight in pairs:
            reached += weight
            if reached >= p * whole:
                break
        found.append(value)
    return dict(zip(("low", "middle", "high"), found))


def wilson(share, n):
    """One-sided bounds of 95 % each of a share of n draws."""
    z = NormalDist().inv_cdf(0.95)
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    reach = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    return max(centre - reach, 0), min(centre + reach, 1)


def student(p, freedom):
    """Quantile of Student's t, by halving the integral of its density (Simpson)."""
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(freedom * math.pi)

    def below(t, steps=2000):
        width = t / steps
        density = [scale * (1 + (i * width) ** 2 / freedom) ** (-(freedom + 1) / 2) for i in range(steps + 1)]
        return 0.5 + width / 3 * (density[0] + density[-1] + 4 * sum(density[1:-1:2]) + 2 * sum(density[2:-1:2]))

    low, high = 0, 50
    for _ in range(50):
        middle = (low + high) / 2
        low, high = (middle, high) if below(middle) < p else (low, middle)
    return low

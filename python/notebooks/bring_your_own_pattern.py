# %% [markdown]
# # Bring your own pattern
#
# You have read or heard that something happened, and want to know whether the model shows it, under which rules, and
# how sure that is. The pattern of this notebook is made up as an example; it is not in the evidence ledger: **"in the
# month after a deadline, families call less than in the month before the drive, by a quarter at least"**.

# %%
import datetime
import os
from pathlib import Path

import matplotlib.pyplot as plt

import tumen

FIGURES = Path(os.environ.get("TUMEN_FIGURES", "."))
REPLICATES = int(os.environ.get("TUMEN_REPLICATES", 64))

# %% [markdown]
# ## The pattern as a statistic
#
# The language is the one in which the ledger's patterns are written: observables over windows around the campaign.

# %%
STATISTIC = "mean(calling_families, after[0:29]) / mean(calling_families, before[30])"
MOST = 0.75  # a quarter less at least

results = tumen.run("hyesan-handin", replicates=REPLICATES, seed=1)
print(results.judge(STATISTIC, high=MOST))

# %% [markdown]
# ## Does it depend on a rule about which the literature disagrees?
#
# A scenario of one's own is a few lines of TOML; here one for each rival rule, everything else as it was.

# %%
RULES = {
    "default": "",
    "learning = city": 'learning = "city"',
    "oath = none": 'oath = "none"',
    "enforcement = counts": 'enforcement = "counts"',
    "trust = fixed": 'trust = "fixed"',
}
values, verdicts = {}, {}
for name, line in RULES.items():
    scenario = tumen.scenario_from_toml(f'extends = "hyesan-handin"\n[rules]\n{line}\n', name="mine")
    played = tumen.run(scenario, replicates=REPLICATES, seed=1)
    values[name] = played.measure(STATISTIC)
    verdicts[name] = played.judge(STATISTIC, high=MOST)
    print(f"{name:22} {verdicts[name].verdict:10} {verdicts[name].showing} of {verdicts[name].replicates}")

# %% [markdown]
# ## Is it the drive, or the season?
#
# A fee that rises in winter could do the same. A daily parameter as a function of the date answers that: it is sampled
# once into the scenario, so that whoever gets the results can verify them.

# %%
winter = tumen.schedule("fee_base", lambda date: "28 %" if date.month in (12, 1, 2) else None)
calm = tumen.run("hyesan-calm", replicates=REPLICATES, seed=1, schedules=[winter])
first, last = results.scenario.events.query("kind == 'hand-in drive'").iloc[0][["first", "last"]]


def mean_between(days, begin, end):
    inside = days[(days["date"] >= str(begin)) & (days["date"] <= str(end))]
    return inside.groupby("replicate")["calling_families"].mean()


# The statistic by hand, on the days that the drive has in the other scenario.
DAY = datetime.timedelta(1)
after = mean_between(calm.total, last + DAY, last + 30 * DAY)
before = mean_between(calm.total, first - 30 * DAY, first - DAY)
values["no drive, dear winter"] = after / before

# %%
figure, ax = plt.subplots(figsize=(7.5, 3.8), layout="constrained")
ax.axvspan(0, MOST, color="#3a7d44", alpha=0.12, linewidth=0)
ax.text(MOST, 1.02, f"the pattern: at most {MOST} ", transform=ax.get_xaxis_transform(), horizontalalignment="right", color="#3a7d44")
names = list(values)[::-1]
for place, name in enumerate(names, start=1):
    low, lower, median, upper, high = values[name].quantile([0.05, 0.25, 0.5, 0.75, 0.95])
    ax.plot([low, high], [place, place], color="#444444", linewidth=1)
    ax.barh(place, upper - lower, left=lower, height=0.55, facecolor="white", edgecolor="#444444", zorder=2)
    ax.plot([median, median], [place - 0.275, place + 0.275], color="#1b6ca8", linewidth=2, zorder=3)
labels = [f"{name}\n{verdicts[name].verdict}" if name in verdicts else name for name in names]
ax.set_yticks(range(1, len(names) + 1), labels)
ax.set_xlim(min(0.5, min(one.min() for one in values.values()) - 0.03), max(one.max() for one in values.values()) + 0.03)
ax.set_xlabel("Families calling in the month after the deadline, over the month before the drive\n"
              "(line: median, box: 50 %, whiskers: 90 % of replicates)")
for side in ("top", "right"):
    ax.spines[side].set_visible(False)
figure.savefig(FIGURES / "notebook-pattern.png", dpi=110)

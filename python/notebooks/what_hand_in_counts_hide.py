# %% [markdown]
# # What do hand-in counts hide?
#
# Officers count the phones that are handed in until a deadline. The count grows day by day, and looks like success.
# Here the same days are seen twice: as the officers' table shows them, and as they were. All people are synthetic.

# %%
import os
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

import tumen

FIGURES = Path(os.environ.get("TUMEN_FIGURES", "."))
REPLICATES = int(os.environ.get("TUMEN_REPLICATES", 64))

# %%
results = tumen.run("hyesan-handin", replicates=REPLICATES, seed=1)
for sentence in results.answer:
    print(sentence)

# %% [markdown]
# ## The officers' table, day by day
#
# A derived observable: phones handed in so far. `derive` gives it a name and a unit; from then on it is a column of
# `daily` and `total` like any other.

# %%
KINDS = ["decoys_professional", "decoys_family", "real_professional", "real_family"]


def handed_in_so_far(days):
    by_day = days[KINDS].sum(axis=1)
    keys = [days[name] for name in ("replicate", "city") if name in days]
    return by_day.groupby(keys, observed=True).cumsum()


results.derive("handed_in_so_far", handed_in_so_far, unit="phones", label="Phones handed in so far")

# %%
figure, (counted, real, hidden) = plt.subplots(3, 1, figsize=(7.5, 9), layout="constrained")
results.plot("handed_in_so_far", ax=counted)
results.plot("calling", ax=real)
counted.set_title("What is counted", loc="left", pad=18, fontweight="bold")
real.set_title("What changes", loc="left", pad=18, fontweight="bold")

# %% [markdown]
# ## What does one more phone in the table tell?
#
# Each dot is one replicate: the same campaign with other luck. If the count told how many people stopped, the dots
# would lie along a line.

# %%
table = results.headlines
stopped, handed = table["stopped_calling"], table["handed_in"]
correlation = np.corrcoef(handed, stopped)[0, 1]
dead = table["dead_phones"].sum() / handed.sum()
hidden.plot(handed, stopped, "o", color="#1b6ca8", markersize=4, alpha=0.7)
hidden.set_xlabel("Phones handed in [phones], one dot a replicate")
hidden.set_ylabel("Stopped calling [people]")
hidden.set_title(f"What the count tells of it: correlation {correlation:.2f}", loc="left", fontweight="bold")
for side in ("top", "right"):
    hidden.spines[side].set_visible(False)
figure.savefig(FIGURES / "notebook-counts.png", dpi=110)

# %%
print(f"{100 * dead:.0f} % of the phones handed in were dead ones.")
print(f"Between replicates, the count and the people who stopped calling correlate at {correlation:.2f}.")

# %% [markdown]
# ## And without the drive?
#
# The same people and the same luck without a campaign: what is different is due to the drive.

# %%
both = tumen.compare("hyesan-calm", "hyesan-handin", replicates=max(2, REPLICATES // 4), seed=1)
print(both.differences.loc["hyesan-handin", ["unit", "base", "other", "difference", "low", "high", "sign"]].to_string())

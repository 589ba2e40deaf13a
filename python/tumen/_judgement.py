"""What replicates say of a pattern."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Judgement:
    """What replicates say of a statistic; made by `Results.judge`.

    Attributes
    ----------
    verdict : str
        "shown", "mixed" or "not shown", as `tumen check` judges by shares: shown where the 95 % interval of the share
        of replicates that show it lies above one half.
    replicates, without_value, showing : int
        How many were played, have no value, and show it.
    share, share_low, share_high : float
        Of replicates with a value, from 0 to 1; 95 % interval of Wilson.
    mean, mean_low, mean_high : float
        Of the statistic, in its unit; 95 % interval of Student's t.
    """

    verdict: str
    replicates: int
    without_value: int
    showing: int
    share: float
    share_low: float
    share_high: float
    mean: float
    mean_low: float
    mean_high: float

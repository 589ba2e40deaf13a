"""What results hold, and that columns are views."""

import numpy
import pandas
import pytest

import tumen


def test_days_are_tidy(results):
    daily = results.daily
    assert list(daily.columns[:3]) == ["replicate", "city", "date"]
    assert list(daily.columns[3:]) == list(tumen.observables.index)
    assert len(daily) == 6 * 2 * 60
    assert daily["date"].iloc[0] == pandas.Timestamp("2020-09-01")
    assert daily["replicate"].is_monotonic_increasing
    first = daily[(daily["replicate"] == 1) & (daily["city"] == "hoeryong")]
    assert first["date"].is_monotonic_increasing and first["date"].is_unique and len(first) == 60


def test_units_are_those_of_the_table_of_observables(results):
    units = results.daily.attrs["units"]
    assert units == tumen.observables["unit"].to_dict()
    assert units["fee"] == "share" and units["phones_held"] == "phones"


def test_columns_are_views_of_the_engines_memory_and_read_only(results):
    for name in ("calls", "fee", "replicate", "date"):
        column = results.daily[name].to_numpy()
        assert numpy.shares_memory(column, results._table().values(name)), name
        assert not column.flags.writeable


def test_columns_stay_views_whatever_pandas_did_before(results):
    daily = results.daily
    daily[daily["calls"] > 3].groupby("city", observed=True).sum(numeric_only=True)
    daily.sort_values("fee")
    assert numpy.shares_memory(daily["signed"].to_numpy(), results._table().values("signed"))
    assert list(daily.columns) == [field["name"] for field in results._table().schema()]


def test_columns_live_longer_than_the_results(small):
    column = tumen.run(small, replicates=2, luck_only=True).daily["free_adults"].to_numpy()
    again = tumen.run(small, replicates=2, luck_only=True).daily["free_adults"].to_numpy()
    assert (column == again).all() and not numpy.shares_memory(column, again)


@pytest.mark.parametrize("way", ["groupby", "pivot", "resample", "sort", "query"])
def test_pandas_works_on_read_only_columns(results, way):
    daily = results.daily
    held = daily.loc[daily["replicate"] == 1, "phones_held"]
    found = {
        "groupby": lambda: daily.groupby(["replicate", "city"], observed=True)["calls"].sum(),
        "pivot": lambda: daily.pivot_table(index="date", columns="city", values="fee", observed=True),
        "resample": lambda: daily.set_index("date").groupby("city", observed=True)["calls"].resample("W").sum(),
        "sort": lambda: daily.sort_values("phones_held"),
        "query": lambda: daily.query("calls > 0 and city == 'hyesan'"),
    }[way]()
    assert len(found) > 0 and len(held) == 120


def test_total_adds_people_and_weighs_levels(results):
    total, daily = results.total, results.daily
    assert "city" not in total and len(total) == 6 * 60
    added = daily.groupby(["replicate", "date"])["phones_held"].sum().to_numpy()
    assert (total["phones_held"].to_numpy() == added).all()
    both = daily.pivot(index=["replicate", "date"], columns="city", values="fee")
    weighted = (both["hyesan"] * 12000 + both["hoeryong"] * 8000) / 20000
    assert numpy.allclose(total["fee"], weighted.to_numpy())


def test_a_derived_observable_is_a_column_like_others(small):
    results = tumen.run(small, replicates=2, luck_only=True).derive(
        "calls_a_phone", lambda days: days["calls"] / days["phones_held"], unit="1/day", label="Calls a phone")
    assert results.daily.attrs["units"]["calls_a_phone"] == "1/day"
    assert numpy.allclose(results.daily["calls_a_phone"] * results.daily["phones_held"], results.daily["calls"])
    assert numpy.allclose(results.total["calls_a_phone"] * results.total["phones_held"], results.total["calls"])


@pytest.mark.parametrize("name, function", [
    ("calls", lambda days: days["fee"]), ("calling", lambda days: days["fee"]), ("Two words", lambda days: days["fee"]),
    ("short", lambda days: [1.0]), ("words", lambda days: ["a"] * len(days))])
def test_what_is_no_derived_observable_is_refused(results, name, function):
    with pytest.raises(tumen.ArgumentError):
        results.derive(name, function)
    assert "short" not in results.daily and "words" not in results.daily


def test_headlines_and_summary_agree(results):
    summary, headlines = results.summary, results.headlines
    assert list(headlines.index) == [1, 2, 3, 4, 5, 6]
    assert summary.loc["handed_in", "mean"] == pytest.approx(headlines["handed_in"].mean())
    assert summary.loc["handed_in", "unit"] == "phones"
    by_hand = results.daily[["decoys_professional", "decoys_family", "real_professional", "real_family"]].sum().sum()
    assert headlines["handed_in"].sum() == pytest.approx(by_hand)


def test_the_answer_has_three_sentences_and_a_ratio(results):
    assert len(results.answer) == 3
    assert results.ratio["low"] <= results.ratio["value"] <= results.ratio["high"]


def test_provenance_says_what_was_called(small):
    results = tumen.run(small, replicates=2, seed=9, set={"fee_base": "30 %"}, luck_only=True)
    made = results.provenance[0]
    assert made["command"] == f"tumen.run({small!r}, replicates=2, seed=9, set={{'fee_base': '30 %'}}, luck_only=True)"
    assert made["seed"] == 9 and made["version"] == tumen.__version__


def test_a_notebook_shows_the_answer_and_escapes_texts(results, small):
    page = results._repr_html_()
    assert "Two small cities" in page and "Phones handed in" in page
    scenario = tumen.scenario_from_toml(open(small).read().replace("Two small", "<b>Two"))
    assert "&lt;b&gt;" in tumen.run(scenario, replicates=1, luck_only=True)._repr_html_()
    assert "small" in repr(results) and "6 replicates" in repr(results)


def test_a_console_prints_the_answer_and_the_headlines_below_each_other(results):
    said = str(results)
    assert all(sentence in said.replace("\n", " ") for sentence in results.answer)
    lines = [line for line in said.splitlines() if line.startswith(tuple(results.summary["label"]))]
    handed_in = results.summary.loc["handed_in"]
    assert len(lines) == len(results.summary)
    assert any(line.startswith("Phones handed in ") and f"{handed_in['median']:,.4g}" in line for line in lines)
    assert len({len(line) for line in lines}) == 1
    compared = str(tumen.compare("hyesan-handin", "hyesan-calm", replicates=2, luck_only=True))
    assert [line for line in compared.splitlines() if line.startswith("hyesan-")] == ["hyesan-handin", "hyesan-calm"]


def test_of_many_points_the_first_are_shown_and_how_many_more_there_are(small):
    swept = tumen.sweep(small, ["fee_base=20 %..40 %:6"], replicates=1)
    for shown in (str(swept), swept._repr_html_()):
        assert "fee_base=0.2" in shown and "fee_base=0.4" not in shown.partition("tumen.sweep")[0]
        assert "2 more of 6: all are in .summary" in shown


def test_replicates_can_be_named(small):
    results = tumen.run(small, replicates=range(5, 7), seed=3, luck_only=True)
    assert list(results.hashes.index) == [5, 6]


def test_a_statistic_of_ones_own(results):
    shares = results.measure("mean(calling_families, during) / mean(calling_families, before)")
    daily = results.total[results.total["replicate"] == 2].set_index("date")["calling_families"]
    by_hand = daily["2020-09-10":"2020-10-15"].mean() / daily[:"2020-09-09"].mean()
    assert shares[2] == pytest.approx(by_hand) and len(shares) == 6
    judged = results.judge("mean(phones_held, all)", sign="positive")
    assert judged.verdict == "shown" and judged.showing == 6
    assert results.judge("mean(phones_held, all)", low=1e9).verdict == "not shown"


def test_a_statistic_that_cannot_be_read_says_where(results):
    with pytest.raises(tumen.ArgumentError) as refused:
        results.measure("mean(phones_hold, all)")
    assert refused.value.column > 0 and "phones_held" in str(refused.value)


def test_failed_patterns_of_the_ledger_have_verdicts():
    patterns = tumen.run("hyesan-handin", replicates=4, luck_only=True).patterns
    assert {"shown", "not shown", "mixed"} >= set(patterns["verdict"]) and "P01" in patterns.index


def test_fan_charts_have_bands_and_the_campaign(results):
    ax = results.plot("phones_held")
    assert [line.get_label() for line in ax.lines if not line.get_label().startswith("_")] == ["median"]
    assert len(ax.collections) == 2 and any("hand-in drive" in text.get_text() for text in ax.texts)
    median = ax.lines[0].get_ydata()
    by_day = results.total.pivot(index="date", columns="replicate", values="phones_held")
    assert numpy.allclose(median, by_day.median(axis=1))
    assert len(results.plot(["calling", "fee"], city="hyesan")) == 2


def test_tables_have_units_and_evidence():
    fee = tumen.parameters.loc["fee_base"]
    assert fee["unit"] == "share" and fee["low"] <= fee["value"] <= fee["high"] and fee["grade"]
    assert tumen.parameters["unit"].ne("").all() and len(tumen.parameters) > 150
    assert "hyesan-handin" in tumen.scenarios.index and len(tumen.sources) > 10
    assert "parameters" in dir(tumen)

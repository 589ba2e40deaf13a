"""What is believed before any pattern is looked at: `tumen evidence priors` and `tumen evidence implied`."""

import json

from conftest import USAGE


def priors(tumen, *words):
    return {one["name"]: one for one in json.loads(tumen("evidence", "priors", *words, "--json").stdout)}


def test_every_number_that_is_not_fixed_has_a_prior_within_its_range(tumen):
    shown = priors(tumen)
    ledger = json.loads(tumen("evidence", "list", "parameters", "--json").stdout)["parameters"]
    free = {one["name"] for one in ledger if one["prior"] != "fixed"}
    assert free <= {name.split(".")[0] for name in shown}
    for name, one in shown.items():
        if one["parameter"]:
            low, high = one["range"]
            assert low <= one["low"] <= one["middle"] <= one["high"] <= high, name
        else:
            assert one["meaning"], name


def test_priors_do_not_depend_on_what_else_is_asked_for(tumen):
    everything = priors(tumen, "--draws", "300")
    alone = priors(tumen, "phone_share", "--draws", "300")
    assert set(alone) == {name for name in everything if name.startswith("phone_share.")}
    for name, one in alone.items():
        assert one == everything[name]


def test_a_prior_that_there_is_not_is_refused_with_a_way_out(tumen):
    refused = tumen("evidence", "priors", "penalty", code=USAGE)
    assert "what is fixed has no prior" in refused.stderr


def test_what_the_prior_implies_stands_beside_what_is_known(tumen):
    words = ("evidence", "implied", "--replicates", "3", "--set", "residents=5000", "--json")
    shown = {one["id"]: one for one in json.loads(tumen(*words).stdout)}
    assert len(shown) >= 30
    for name, one in shown.items():
        assert one["known"] == sorted(one["known"]), name
        assert one["draws"] + one["without_value"] in (0, 3), name
    assert shown["Q1"]["implied"][0] > 0
    assert not any(one["asks_for_a_look"] for one in shown.values() if one["reserved"])


def test_what_the_prior_implies_is_the_same_for_any_threads(tumen):
    words = ("evidence", "implied", "--replicates", "4", "--set", "residents=3000", "--json")
    assert tumen(*words, "--threads", "1").stdout == tumen(*words, "--threads", "2").stdout

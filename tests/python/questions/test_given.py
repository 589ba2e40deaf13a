"""What would be true of everything else if what was heard is true, as the command line says it of the same draws."""

import json
import subprocess

import pytest

import tumen
from conftest import PROGRAM

PLAYS = 96
BAND = "sum(arrested, during) is {} to {}"


@pytest.fixture(scope="module")
def drawn(small):
    return tumen.run(small, replicates=PLAYS)


def upper_half(drawn):
    arrests = sorted(drawn.measure("sum(arrested, during)"))
    return BAND.format(arrests[PLAYS // 2], arrests[-4])


def test_it_says_what_the_command_line_says_of_the_same_draws(drawn, small):
    heard = upper_half(drawn)
    told = drawn.given(heard)
    said = json.loads(subprocess.run([PROGRAM, "given", small, "--heard", heard, "--replicates", str(PLAYS), "--json"],
                                     stdout=subprocess.PIPE, check=True).stdout)
    assert told.heard == (heard,) and told.inside == said["inside"]
    assert told.effective == pytest.approx(said["effective"], rel=1e-12)
    for row in said["headlines"]:
        mine = told.headlines.loc[row["id"]]
        assert [mine["before"], mine["given_low"], mine["given"], mine["given_high"]] == pytest.approx(
            [row["before"]["middle"], row["given"]["low"], row["given"]["middle"], row["given"]["high"]], nan_ok=True), row["id"]
    assert list(told.values.index) == [row["name"] for row in said["values"]]
    assert [row["given"]["middle"] for row in said["values"]] == pytest.approx(list(told.values["given"]))
    assert [row["given"] for row in said["rules"]] == pytest.approx(list(told.rules["given"]))


def test_replicates_that_show_it_weigh_more(drawn):
    told = drawn.given(upper_half(drawn))
    arrests = drawn.measure("sum(arrested, during)")
    assert told.weights.sum() == pytest.approx(1)
    assert (told.weights * arrests).sum() > arrests.mean()
    assert told.weights[arrests.idxmin()] < 1 / PLAYS < told.weights.max()


def test_two_things_heard_narrow_more_than_one(drawn):
    oaths = sorted(drawn.measure("sum(handed_in, during)"))
    more = f"sum(handed_in, during) is {oaths[PLAYS // 3]} to {oaths[-4]}"
    assert drawn.given(upper_half(drawn), more).effective < drawn.given(upper_half(drawn)).effective


@pytest.mark.parametrize("heard, said", [
    ([], "nothing was heard"), (["sum(arrested, during)"], "is 35 to 45"), (["sum(arests, all) is 3 to 9"], "arests"),
    (["sum(arrested, during) is 100000 to 100010"], "out of reach"),
])
def test_what_cannot_be_told_is_refused_with_a_way_out(drawn, heard, said):
    with pytest.raises(tumen.ArgumentError, match="way out") as refused:
        drawn.given(*heard)
    assert said in str(refused.value)


def test_replicates_that_differ_by_luck_alone_say_nothing_of_anything_else(small):
    with pytest.raises(tumen.ArgumentError, match="luck alone"):
        tumen.run(small, replicates=2, luck_only=True).given(BAND.format(0, 5))


def test_what_a_few_plays_have_is_not_called_out_of_reach(drawn):
    arrests = sorted(drawn.measure("sum(arrested, during)"))
    with pytest.raises(tumen.ArgumentError, match="too few of the 96 replicates") as refused:
        drawn.given(BAND.format(arrests[-3], arrests[-1]))
    assert "below 20" in str(refused.value)

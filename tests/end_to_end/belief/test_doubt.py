"""What a report of plays that draw says beside its range is what the commands say of the same plays."""

import csv
import json
import re

import pytest

SMALL = ("hyesan-handin", "--set", "residents=20000", "--replicates", "160")


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    from conftest import Tumen
    tumen = Tumen(tmp_path_factory.mktemp("doubt"))
    (tumen.folder / "said.txt").write_text(tumen("run", *SMALL, "--out", "x.sqlite").stdout)
    report = json.loads(tumen("report", "x.sqlite", "--json").stdout)
    asked = json.loads(tumen("value-of-information", *SMALL, "--json").stdout)
    [gap] = [row for row in report["first"]["rows"] if row["row"] == "gap"]
    return tumen, report["first"]["doubt"] | {"over": gap["over"]}, asked


def test_shares_of_the_range_are_those_of_the_command(told):
    _, doubt, asked = told
    assert doubt["about"] == asked["about"] == "official_per_changed"
    for part in ("luck", "values", "rules"):
        assert doubt["shares"][part]["share"] == pytest.approx(asked["shares"][part]["share"], abs=1e-5)


def test_what_turns_it_round_is_searched_among_the_same_draws(told):
    _, doubt, asked = told
    for name in ("side", "point", "draws", "reversed"):
        assert doubt["turns"][name] == asked["turns"][name]
    assert 0 < doubt["turns"]["reversed"] <= doubt["turns"]["draws"] / 2


def test_how_often_it_turns_round_is_what_the_sentence_leaves_of_all_plays(told):
    """Of plays, as the sentence is: twins are two of them, and one draw."""
    tumen, doubt, asked = told
    turns = doubt["turns"]
    left = 1 - doubt["over"] if turns["side"] == "at most" else doubt["over"]
    assert turns["share"] == pytest.approx(left) == pytest.approx(asked["turns"]["share"])
    said = " ".join((tumen.folder / "said.txt").read_text().split())
    more = int(re.search(r"In (\d+) of 100 plays there are more phones than people", said)[1])
    turning, _ = lines_of(said)
    other = int(re.search(r"(\d+) of 100(?: plays [^;]*)?\.$", turning)[1])
    assert other == (100 - more if turns["side"] == "at most" else more)


def test_parts_of_the_range_come_to_a_hundred(told):
    tumen, _, _ = told
    said = " ".join((tumen.folder / "said.txt").read_text().split())
    parts = re.search(r"luck makes (\d+) %, values (\d+) % and rival rules (\d+) %", said)
    assert sum(map(int, parts.groups())) == 100


def test_what_narrows_it_leaves_no_wider_range_and_no_group(told):
    _, doubt, asked = told
    narrows = doubt["narrows"]
    worth = {one["id"]: one for one in asked["told"]}
    today = narrows["today"][1] - narrows["today"][0]
    assert narrows["today"] == pytest.approx(asked["today"], rel=1e-5)
    for one in narrows["most"]:
        assert one["kind"] != "group"
        assert one["then"][1] - one["then"][0] <= today and one["rank"] != "worth less"
        # The floor may be another one without groups; what both tell is told alike.
        if one["id"] in worth:
            assert one["share"] == pytest.approx(worth[one["id"]]["share"], abs=1e-5)
            assert one["then"] == pytest.approx(worth[one["id"]]["then"], rel=1e-5)
    assert len(narrows["most"]) <= 3


def lines_of(text):
    """The lines about turning and narrowing, each in one line again."""
    words = " ".join(text.split())
    return re.search(r"What would turn this round: .*?\.(?= What would narrow)", words)[0], re.search(
        r"What would narrow it most.*?\.(?= What changed| All else| Too close| \w+ less|$)( Too close[^.]*\.)?", words)[0]


def test_the_terminal_says_in_a_line_each_what_the_report_says(told):
    tumen, doubt, _ = told
    turns, narrows = lines_of((tumen.folder / "said.txt").read_text())
    for bound in doubt["turns"]["bounds"]:
        assert bound["label"] in turns
        assert bound["kind"] == "rule" or f" is {bound['side']} " in turns
    assert f"{round(100 * doubt['turns']['share'])} of 100" in turns
    for one in doubt["narrows"]["most"]:
        assert one["label"] in narrows
    if doubt["narrows"]["equal"] > 1:
        assert f"Too close to say which of {doubt['narrows']['equal']}, of {doubt['narrows']['asked']} asked about." in narrows


def test_a_comparison_says_it_of_the_difference_in_both_languages(tumen):
    words = ["compare", "hyesan-handin", "hyesan-coercion", "--set", "residents=5000", "--replicates", "80", "--out", "y.sqlite"]
    said = tumen(*words).stdout
    assert said.count("What would turn this round") == said.count("What would narrow it most") == 1
    assert "the difference is" in " ".join(said.split()) or "nothing within the evidence" in said
    korean = tumen(*words, "--resume", "--lang", "ko").stdout
    assert "\ubb34\uc5c7\uc774 \uc774 \uacb0\uacfc\ub97c \ub4a4\uc9d1\ub294\uac00" in korean
    assert "What would" not in korean and "too close" not in korean.lower()


def test_too_few_plays_say_neither(tumen, small):
    assert "What would" not in tumen("run", small, "--replicates", "8", "--out", "z.sqlite").stdout


def test_what_stands_is_true_in_that_share_of_the_stored_days(told):
    tumen, doubt, _ = told
    tumen("export", "x.sqlite", "--csv", "--out", "days")
    with open(tumen.folder / "days/daily.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    callers = ("calling_residents", "calling_families", "calling_smugglers", "calling_brokers")
    phones, calling = {}, {}
    for row in rows:
        # The drive's last week are the days 115 to 121 of the run.
        if 115 <= int(row["day"]) <= 121:
            key = row["point"], row["replicate"]
            phones[key] = float(row["phones_held"])
            calling[key] = calling.get(key, 0) + sum(float(row[name]) for name in callers)
    replicates = {replicate for _, replicate in phones}
    assert len(replicates) == 160

    def fewer(column):
        calm = "hyesan-handin without its campaign"
        return sum(column["hyesan-handin", one] < column[calm, one] for one in replicates) / 160

    shares = {"fewer-phones": fewer(phones), "fewer-callers": fewer(calling)}
    stands = {one["id"]: one for one in doubt["stands"]}
    assert shares.keys() & stands.keys()
    for name in shares.keys() & stands.keys():
        assert stands[name]["draws"] == 160
        assert stands[name]["share"] == pytest.approx(shares[name])
    for one in doubt["stands"]:
        assert 0.95 < one["share"] <= 1
        assert one["statement"].endswith(".")


def test_luck_alone_tells_nothing_of_what_is_not_known(told):
    tumen, _, _ = told
    tumen("run", *SMALL[:3], "--luck-only", "--replicates", "70", "--out", "luck.sqlite")
    assert json.loads(tumen("report", "luck.sqlite", "--json").stdout)["first"]["doubt"] is None


def test_few_plays_tell_nothing(told):
    tumen, _, _ = told
    tumen("run", *SMALL[:3], "--replicates", "20", "--out", "few.sqlite")
    assert json.loads(tumen("report", "few.sqlite", "--json").stdout)["first"]["doubt"] is None

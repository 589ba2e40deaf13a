"""Every command in Korean: no sentence of the program is left in English, and none is said in English otherwise."""

import re

import pytest
from conftest import DIFFERENCE, DONE, FAILED, ROOT, Tumen
from small_city import HAND_IN_DRIVE, small_city
from target_text import target

# Three English words in a row, not all in capitals: these are names of columns.
ENGLISH = re.compile(r"[A-Za-z]{2,} [A-Za-z]+ [A-Za-z]{2,}")
HANGUL = re.compile("[\uac00-\ud7a3]")

CITY = small_city("small", residents=5000) + HAND_IN_DRIVE
OTHER = CITY.replace('"small"', '"other"').replace("promised", "none").replace("2020-10-15", "2020-10-25")
READING = (ROOT / "tests/support/hindcast/reading.toml").read_text()
TARGETS = READING + target(2019, 0.30, "nkdb-2019") + target(2020, 0.35, "nkdb-2020") + target(2021, 0.4, "nkdb-2021")

TWO = ("--vary", "fee_base", "--vary", "detection")
LITTLE = ("--set", "residents=1000")
BELIEF = ("belief", "make", "--candidates", 6, "--prior-sample", 2, "--residents", 1000, "--draws", 64, "--start-plays", 2)
HEARD = ("--heard", "sum(arrested, during) is 0 to 6")

SAID = {
    "run": ("run", "small.toml", "--replicates", 8, "--out", "a.sqlite"),
    "run dry": ("run", "small.toml", "--replicates", 8, "--dry-run"),
    "run more": ("run", "small.toml", "--replicates", "9..10", "--out", "b.sqlite"),
    "run until": ("run", "small.toml", "--until", "error=40%", "--max-replicates", 40, "--out", "u.sqlite"),
    "run luck": ("run", "small.toml", "--luck-only", "--until", "half-width=20%", "--max-replicates", 40, "--out", "l.sqlite"),
    "run other": ("run", "other.toml", "--replicates", "3..6", "--out", "o.sqlite"),
    "compare": ("compare", "small.toml", "other.toml", "--replicates", 8, "--out", "c.sqlite"),
    "sweep": ("sweep", "small.toml", *TWO, "--replicates", 2, "--out", "s.sqlite"),
    "sweep again": ("sweep", "small.toml", *TWO, "--replicates", 2, "--out", "s.sqlite"),
    "sweep one": ("sweep", "small.toml", "--vary", "fee_base=20 %..40 %:3", "--replicates", 2, "--out", "s1.sqlite"),
    "sweep many": ("sweep", "small.toml", *TWO, "--design", "lhs", "--points", 70, "--replicates", 1, "--out", "s2.sqlite"),
    "sensitivity": ("sensitivity", "small.toml", *TWO, "--samples", 4, "--replicates", 2, "--out", "m.sqlite"),
    "sensitivity luck": ("sensitivity", "small.toml", *TWO, "--samples", 2, "--replicates", 1, "--headline", "mean(fee, all)",
                         "--out", "m1.sqlite"),
    "sensitivity sobol": ("sensitivity", "small.toml", *TWO, "--method", "sobol", "--samples", 6, "--replicates", 2,
                          "--out", "v.sqlite"),
    "value-of-information": ("value-of-information", "small.toml", "--replicates", 40, "--out", "w.sqlite"),
    "value-of-information asked": ("value-of-information", "small.toml", "--replicates", 160, "--headline", "handed_in"),
    "given": ("given", "small.toml", *HEARD, "--heard", "sum(told_arrests, all) is 0 to 9", "--replicates", 64),
    "given nothing": ("given", "small.toml", "--heard", "sum(arrested, during) is 100000 to 100010", "--replicates", 32),
    "calibrate": ("calibrate", "hyesan-calm", "--set", "residents=2000", *TWO, "--particles", 10, "--generations", 2,
                  "--replicates", 1, "--predictive", 4, "--out", "k.sqlite"),
    "calibrate dry": ("calibrate", "hyesan-calm", "--set", "residents=2000", "--vary", "fee_base", "--dry-run"),
    "check": ("check", "hyesan-handin", "--replicates", 2, *LITTLE),
    "check rivals": ("check", "hoeryong-oath", "--rivals", "--replicates", 2, *LITTLE),
    "check belief": ("check", "hoeryong-oath", "--rivals", "--belief", "--replicates", 6, *LITTLE),
    "check off": ("check", "hyesan-handin", "--switch-off", "all", "--replicates", 2, *LITTLE),
    "check unknowns": ("check", "hyesan-handin", "--unknowns", "--replicates", 1, *LITTLE),
    "hindcast": ("hindcast", "history.toml", "--targets", "targets.toml", "--cutoff", "2020-12-31", "--replicates", 4,
                 "--size", 1, "--score"),
    "belief make": (*BELIEF, "--plays", "b.plays", "--out", "b.toml"),
    "belief show": ("belief", "show"),
    "belief show voice": ("belief", "show", "--without-voice", "nkdb"),
    "belief show second": ("belief", "show", "--second-reading"),
    "belief check": ("belief", "check"),
    "statements": ("statements", "hoeryong-oath", "--replicates", 6, *LITTLE),
    "evidence implied": ("evidence", "implied", "--replicates", 4, *LITTLE),
    "scenario new": ("scenario", "new", "mine"),
    "scenario check": ("scenario", "check", "small.toml", "other.toml"),
    "scenario explain": ("scenario", "explain", "small.toml"),
    "scenario diff": ("scenario", "diff", "small.toml", "other.toml"),
    "scenario diff same": ("scenario", "diff", "small.toml", "small.toml"),
    "scenario list": ("scenario", "list"),
    "info": ("info", "--limits"),
    "report": ("report", "a.sqlite", "--force"),
    "export": ("export", "a.sqlite", "--csv", "--out", "days"),
    "publish": ("publish", "a.sqlite", "--out", "p.sqlite"),
    "merge": ("merge", "a.sqlite", "b.sqlite", "--out", "all.sqlite"),
    "verify": ("verify", "a.sqlite"),
    "verify report": ("verify", "a.html"),
    "verify two": ("verify", "a.sqlite", "p.sqlite"),
    "verify other": ("verify", "a.sqlite", "o.sqlite"),
    "replay": ("replay", "a.sqlite", 1),
    "explore": ("explore", "small.toml"),
}
ENDS = {"given nothing": FAILED, "belief make": FAILED, "verify other": DIFFERENCE}

# What sources say is in their words, and the Python package writes archives.
QUOTES = {"evidence list", "evidence show", "evidence search", "evidence priors", "package", "scenario schema"}


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("korean")
    (folder / "small.toml").write_text(CITY)
    (folder / "other.toml").write_text(OTHER)
    (folder / "history.toml").write_text((ROOT / "tests/support/hindcast/history.toml").read_text())
    (folder / "targets.toml").write_text(TARGETS)
    return Tumen(folder)


def left_in_english(text):
    """Lines with English sentences, but for names of columns and of values ("residents of hyesan") and commands."""
    named = re.compile("^A small city$|^ *tumen |[ `]tumen run |^[a-z_]+ of [a-z]+  ")
    return [line for line in re.split(r"[\n\r]", text)
            if any(not found.isupper() for found in ENGLISH.findall(line)) and not named.search(line)]


@pytest.mark.parametrize("what", SAID)
def test_a_command_says_nothing_in_english(place, what):
    said = place(*SAID[what], "--lang", "ko", code=ENDS.get(what, DONE))
    assert not left_in_english(said.stdout + said.stderr)


def test_every_command_is_looked_at(place):
    told = place("--help").stdout
    names = re.findall(r"^  ([a-z-]+) {2,}", told[told.index("Subcommands:"):], re.MULTILINE)
    families = {name: re.findall(r"^  ([a-z-]+) {2,}", place(name, "--help").stdout.split("Subcommands:")[-1], re.MULTILINE)
                for name in names if "Subcommands:" in place(name, "--help").stdout}
    whole = {f"{name} {part}" for name, parts in families.items() for part in parts} | (set(names) - set(families))
    assert len(whole) > 25
    assert {one for one in whole if one not in SAID and one not in QUOTES} == set()


@pytest.mark.parametrize("what", ["sweep", "sensitivity", "given", "value-of-information", "check", "calibrate"])
def test_in_english_it_has_no_hangul_and_the_same_numbers(place, what):
    words = [*SAID[what], "--force"] if "--out" in SAID[what] else SAID[what]
    english, korean = (place(*words, "--lang", language).stdout for language in ("en", "ko"))
    assert not HANGUL.search(english) and HANGUL.search(korean)
    assert left_in_english(english), "in English it is full of them"
    numbers = re.compile(r"\d+\.\d+")
    assert set(numbers.findall(korean)) == set(numbers.findall(english))

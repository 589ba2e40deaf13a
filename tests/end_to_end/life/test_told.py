"""What is said of a run beside its numbers: its words, and the time that they are about."""

import sqlite3

from conftest import SMALL


def told(said):
    return " ".join(said.split())


def test_mended_words_reach_the_file_and_the_next_report(tumen, small):
    words = ["run", small, "--luck-only", "--replicates", 2, "--out", "a.sqlite"]
    tumen(*words)
    text = (tumen.folder / small).read_text()
    (tumen.folder / small).write_text(text.replace("A small city", "A small city, mended").replace("Does it run?", "Does it?")
                                      .replace('label = "Hyesan"', 'label = "Hyesan-si"'))
    again = tumen(*words)
    assert "Done before" in again.stderr and "were mended" in again.stderr and "A small city, mended" in again.stdout
    more = tumen(*words[:-4], "--replicates", 3, "--out", "a.sqlite", "--resume")
    assert "A small city, mended" in more.stdout
    report = (tumen.folder / "a.html").read_text()
    assert "A small city, mended" in report and "Hyesan-si" in report and "Does it run?" not in report
    assert tumen("verify", "a.sqlite").returncode == 0


def test_a_run_that_ends_before_its_drive_is_told_so_far(tumen):
    (tumen.folder / "short.toml").write_text(SMALL.replace("to = 2020-10-15", "to = 2020-12-31"))
    assert "goes on until 2020-12-31" in told(tumen("scenario", "check", "short.toml").stdout)
    said = told(tumen("run", "short.toml", "--luck-only", "--replicates", 4, "--out", "a.sqlite").stdout)
    assert "so far" in said and "not over" in said


def test_drives_far_apart_are_counted_without_the_calm_between(tumen):
    second = "[[hand_in_drive]]\nfrom = 2021-09-10\nto = 2021-10-15\nforgiveness = \"promised\"\n"
    (tumen.folder / "two.toml").write_text(SMALL.replace("days = 60", "days = 450") + "\n" + second)
    said = told(tumen("run", "two.toml", "--luck-only", "--replicates", 3, "--out", "a.sqlite").stdout)
    assert "2 parts of the campaign" in said
    with sqlite3.connect(tumen.folder / "a.sqlite") as results:
        during = results.execute(
            "SELECT replicate, sum(arrested) FROM daily WHERE date BETWEEN '2020-09-10' AND '2020-10-15' "
            "OR date BETWEEN '2021-09-10' AND '2021-10-15' GROUP BY replicate ORDER BY replicate").fetchall()
        counted = results.execute(
            "SELECT replicate, value FROM headline WHERE id = 'arrested' ORDER BY replicate").fetchall()
    assert [(replicate, float(value)) for replicate, value in during] == counted

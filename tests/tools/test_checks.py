"""The guards guard: a copy of the tree with one thing removed or added turns them red."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


def copied(to):
    for folder in ("src", "evidence", "docs", "python/tumen", "tests/unit/rules"):
        shutil.copytree(ROOT / folder, to / folder)
    return to


@pytest.fixture
def tree(tmp_path):
    return copied(tmp_path)


def check(tool, root):
    result = subprocess.run([ROOT / "tools" / tool, "--root", root], capture_output=True, text=True)
    return result.returncode, result.stdout


def edit(path, old, new):
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def append(path, text):
    path.write_text(path.read_text() + text)


@pytest.mark.parametrize("tool", ["check_layers", "check_links"])
def test_the_tree_as_it_is_passes(tool):
    status, said = check(tool, ROOT)
    assert status == 0, said


OUT_OF_ORDER = [
    ("src/base/text.cpp", '#include "model/state/world.hpp"\n', "model/state/world.hpp"),
    ("src/rules/threat.hpp", "#include <iostream>\n", "<iostream>"),
    ("src/model/calendar.cpp", "double f() { return std::exp(1.0); }\n", "std::exp("),
    ("src/experiment/results.hpp", "std::normal_distribution<double> x;\n", "std::normal_distribution"),
    ("src/scenario/evidence/ledger.hpp", "inline void f() { throw 1; }\n", "throw"),
    ("src/experiment/results.hpp", '#include "store/store.hpp"\n', "store/store.hpp"),
    ("src/report/report.hpp", "#include <sqlite3.h>\n", "<sqlite3.h>"),
    ("src/scenario/draft/draft.hpp", '#include "scenario/assembly/assemble.hpp"\n', "scenario/assembly/assemble.hpp"),
    ("src/app/session/output/progress.hpp", '#include "app/session/session.hpp"\n', "app/session/session.hpp"),
]


@pytest.fixture(scope="module")
def told_of_layers(tmp_path_factory):
    """What is said of a tree with all of these lines: each is told by itself, and reading the tree is what takes time."""
    root = copied(tmp_path_factory.mktemp("layers"))
    for file, line, _ in OUT_OF_ORDER:
        append(root / file, line)
    status, said = check("check_layers", root)
    assert status == 1 and len(said.splitlines()) == len(OUT_OF_ORDER), said
    return said


@pytest.mark.parametrize("file, line, named", OUT_OF_ORDER)
def test_a_layer_out_of_order_is_named(told_of_layers, file, line, named):
    number = len((ROOT / file).read_text().splitlines()) + 1
    told = [one for one in told_of_layers.splitlines() if one.startswith(f"{file}:") and named in one]
    assert len(told) == 1 and int(told[0].split(":")[1]) >= number


def test_a_folder_without_rooms_is_named_when_it_is_full(tree):
    for number in range(30):
        (tree / f"src/design/more_{number}.hpp").write_text("#pragma once\n")
    status, said = check("check_layers", tree)
    assert status == 1 and "src/design/" in said and "files in one folder" in said


def test_a_folder_of_tests_is_named_when_it_is_full(tree):
    room = tree / "tests/python/more"
    room.mkdir(parents=True)
    for number in range(25):
        (room / f"test_{number}.py").write_text("")
    assert check("check_layers", tree)[0] == 0, "as many as in src are enough"
    (room / "test_25.py").write_text("")
    status, said = check("check_layers", tree)
    assert status == 1 and "tests/python/more/test_0.py:1: 26 files in one folder" in said


def test_a_name_that_three_folders_share_is_named(tree):
    (tree / "src/design/page.hpp").write_text("#pragma once\n")
    assert check("check_layers", tree)[0] == 0, "two may"
    (tree / "src/sweep/page.hpp").write_text("#pragma once\n")
    status, said = check("check_layers", tree)
    assert status == 1 and "3 folders have a file page.hpp" in said


@pytest.mark.parametrize("line", [
    "from ._results import Results\n",
    "if TYPE_CHECKING:\n    from ._results import Results\n",
    "def late():\n    from . import _results\n    return _results\n",
])
def test_modules_of_the_package_that_import_each_other_are_named(tree, line):
    append(tree / "python/tumen/_played.py", line)
    status, said = check("check_layers", tree)
    assert status == 1 and "python/tumen/_played.py:1: tumen._played is in a circle of imports with" in said


def test_comments_and_strings_are_no_code(tree):
    append(tree / "src/rules/threat.hpp", '// never std::exp(x)\ninline const char* text = "throw";\n')
    assert check("check_layers", tree)[0] == 0


@pytest.mark.parametrize("file, old, new, named", [
    ("evidence/parameters.toml", "[fee_base]\n", "[fee_other]\n", "[fee_other] is read by no rule and no step"),
    ("evidence/parameters.toml", 'group = "oath"', 'group = "drift"', "oath: evidence/parameters.toml has no entry"),
    ("evidence/parameters.toml", 'group = "oath"', 'group = "oaths"', "is in group oaths, of which src/rules has no"),
    ("docs/model.md", "`phones_held`", "phones", "`phones_held`"),
])
def test_one_removed_entry_is_named(tree, file, old, new, named):
    path = tree / file
    path.write_text(path.read_text().replace(old, new))
    status, said = check("check_links", tree)
    assert status == 1
    assert named in said


def test_a_rule_without_its_test_is_named(tree):
    (tree / "tests/unit/rules/oath_test.cpp").unlink()
    status, said = check("check_links", tree)
    assert status == 1
    assert "tests/unit/rules/oath_test.cpp is missing" in said


def test_a_rule_without_its_heading_is_named(tree):
    path = tree / "docs/model.md"
    lines = path.read_text().splitlines()
    path.write_text("\n".join(line for line in lines
                              if not (line.startswith("#") and "punishment" in line.lower())))
    status, said = check("check_links", tree)
    assert status == 1
    assert "no heading with the word punishment" in said


def test_a_rule_that_nobody_calls_is_named(tree):
    (tree / "src/rules/weather.hpp").write_text(
        "#pragma once\ninline double falls(double rain) { return rain; }\n")
    status, said = check("check_links", tree)
    assert status == 1
    assert "weather: no step in src/model calls falls" in said


def test_a_function_of_a_rule_that_only_tests_call_is_named(tree):
    append(tree / "src/rules/oath.hpp", "inline double unplayed(double x) {\n    return x;\n}\n")
    status, said = check("check_links", tree)
    assert status == 1
    assert "oath: no step in src/model calls unplayed" in said


def test_a_number_in_a_formula_is_named(tree):
    edit(tree / "src/rules/calling.hpp", "return movement *", "return 0.25 * movement *")
    status, said = check("check_links", tree)
    assert status == 1
    assert "calling: 0.25 stands in a formula" in said


def test_a_link_that_leads_nowhere_is_named(tree):
    append(tree / "docs/model.md", "\n[gone](nowhere.md)\n")
    status, said = check("check_links", tree)
    assert status == 1
    assert "the link nowhere.md leads nowhere" in said

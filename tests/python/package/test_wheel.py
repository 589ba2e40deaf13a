"""The wheel: what is in it, what it needs, and that it plays where there is nothing but Python."""

import json
import os
import re
import subprocess
import sys
import zipfile

import pytest
from conftest import BUILD, ROOT

PLAY = """\
import tumen
results = tumen.run("hyesan-handin", replicates=2, set={"residents": 3000}, luck_only=True, progress=False)
print(tumen.__file__)
print(results.hashes.to_json())
"""


READ = """\
import arviz, duckdb, numpy, polars, pyarrow
from SALib.analyze import morris
import tumen

small = {"residents": 3000}
results = tumen.run("hyesan-handin", replicates=2, set=small, luck_only=True, progress=False)
results.plot("phones_held").figure.savefig("figure.png")
calls = int(results.daily["calls"].sum())
assert pyarrow.table(results)["calls"].combine_chunks().sum().as_py() == calls
assert polars.DataFrame(results)["calls"].sum() == calls
assert duckdb.sql("select sum(calls)::bigint from results").fetchall() == [(calls,)]
varied = {"num_vars": 2, "names": ["fee_base", "detection"], "bounds": [[0.2, 0.4], [0.001, 0.01]]}
found = tumen.sensitivity("hyesan-handin", vary=varied, samples=4, replicates=1, set=small, progress=False)
theirs = morris.analyze(*found.to_salib("handed_in"), num_levels=4)
ours = found.factors.loc["handed_in"].loc[varied["names"]]["mu_star"].to_numpy()
assert numpy.allclose(numpy.asarray(theirs["mu_star"], dtype=float), ours, rtol=1e-9, atol=0), (theirs["mu_star"], ours)
fitted = tumen.calibrate("hyesan-calm", patterns=["K1"], vary=["fee_base", "detection"], set=small, particles=20, generations=1,
                         predictive=2, replicates=1, progress=False)
table = arviz.summary(fitted.to_arviz(), kind="stats", round_to="none")
assert list(table.index) == list(fitted.parameters.index)
print("every one of them has read the results")
"""


def said(*words, **more):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=240, **more)
    assert done.returncode == 0, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel():
    [path] = (BUILD / "wheels").glob("tumen-*.whl")
    return path


def test_it_is_of_this_version_and_for_any_linux_of_its_years(wheel):
    version = re.search(r"project\(tumen VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text())[1]
    tag = f"cp{sys.version_info.major}{sys.version_info.minor}"
    assert re.fullmatch(rf"tumen-{re.escape(version)}-{tag}-{tag}-manylinux_2_\d+_\w+\.whl", wheel.name)


def test_auditwheel_finds_no_library_that_a_linux_may_lack(wheel):
    shown = " ".join(said(sys.executable, "-m", "auditwheel", "show", wheel).split())
    platform = re.search(r"(manylinux_2_\d+_\w+)\.whl", wheel.name)[1]
    assert f'consistent with the following platform tag: "{platform}"' in shown
    outside = set(re.findall(r"\b(lib\w\S*\.so\.\d+) with", shown))
    assert outside and outside <= {"libc.so.6", "libm.so.6", "libgcc_s.so.1", "libstdc++.so.6"}


def test_it_holds_the_modules_their_types_and_the_licence(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in (ROOT / "python/tumen").rglob("*.py*"):
        if "__pycache__" not in path.parts:
            assert str(path.relative_to(ROOT / "python")) in names
    assert "tumen/py.typed" in names and any(name.endswith("/LICENSE") for name in names)
    assert not any(name.startswith(("src/", "tests/", "include/")) or name.endswith(".cpp") for name in names)


def test_it_is_small(wheel):
    assert wheel.stat().st_size < 8e6


@pytest.fixture(scope="module")
def empty(wheel, tmp_path_factory):
    """An environment with this wheel and its two dependencies, without a compiler or a program on its path."""
    folder = tmp_path_factory.mktemp("empty")
    said(sys.executable, "-m", "venv", "--without-pip", folder / "venv")
    python = folder / "venv/bin/python"
    said(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index", "--no-deps", wheel)
    [site] = (folder / "venv/lib").glob("python*/site-packages")
    locked = [path for path in sys.path if path.endswith("site-packages")]
    (site / "locked.pth").write_text("\n".join(locked) + "\n")
    return python


def bare(python, *words):
    return said(python, *words, env={"PATH": str(python.parent), "HOME": str(python.parent)}, cwd=python.parent)


def test_it_plays_the_bits_of_the_program_in_an_empty_environment(empty, program):
    place, hashes = bare(empty, "-c", PLAY).splitlines()
    assert place.startswith(str(empty.parent.parent))
    there = json.loads(program("run", "--luck-only", "hyesan-handin", "--replicates", 2, "--set", "residents=3000", "--json",
                               "--out", "a.sqlite").stdout)
    assert list(json.loads(hashes).values()) == [one["hash"] for one in there["replicate_hashes"]]


def test_from_an_empty_environment_to_a_figure_and_to_every_library(empty):
    assert bare(empty, "-c", READ).splitlines()[-1] == "every one of them has read the results"
    assert (empty.parent / "figure.png").read_bytes().startswith(b"\x89PNG")


def installed_size(python):
    """Of the package alone, without modules that Python has compiled."""
    [folder] = python.parent.parent.glob("lib/python*/site-packages/tumen")
    files = [*folder.rglob("*"), *folder.parent.glob("tumen.libs/*")]
    return sum(path.stat().st_size for path in files if path.is_file() and path.suffix != ".pyc")


def test_its_sizes_are_those_that_the_documents_tell(wheel, empty):
    text = (ROOT / "docs/python.md").read_text()
    packed, installed = map(float, re.search(r"The wheel has ([0-9.]+) MB, ([0-9.]+) MB when it is installed", text).groups())
    assert wheel.stat().st_size / 1e6 == pytest.approx(packed, rel=0.1)
    assert installed_size(empty) / 1e6 == pytest.approx(installed, rel=0.1)


def test_importing_it_is_quick_and_brings_no_other_library(empty):
    text = ("import sys, time; before = time.process_time(); import tumen; "
            "print(time.process_time() - before, {'numpy', 'pandas', 'matplotlib'} & set(sys.modules))")
    bare(empty, "-c", text)  # compiles the modules
    times = []
    for _ in range(3):
        seconds, others = bare(empty, "-c", text).strip().split(" ", 1)
        assert others == "set()"
        times.append(float(seconds))
    assert min(times) < 0.3


def test_the_extension_needs_only_what_it_carries_and_the_c_library(empty):
    [extension] = empty.parent.parent.glob("lib/python*/site-packages/tumen/_tumen*.so")
    needed = said("ldd", extension)
    own = str(empty.parent.parent)
    for name, place in re.findall(r"(\S+) => (\S+)", needed):
        assert own in os.path.realpath(place) or re.match(r"lib(c|m|pthread|dl|rt|gcc_s|stdc\+\+)\.so", name), name

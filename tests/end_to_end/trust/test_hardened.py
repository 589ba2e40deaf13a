"""What of the program's own making stands in the way of whoever finds a way to write beyond its bounds."""

import platform
import re
import subprocess
import sys

import pytest
from conftest import PROGRAM

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="said of the program on Linux alone")


def told(*words):
    return subprocess.run([*words, PROGRAM], capture_output=True, text=True, check=True, env={"LC_ALL": "C"}).stdout


def symbols():
    return set(re.findall(r"\b__\w+", told("/usr/bin/readelf", "--dyn-syms", "--wide")))


def test_it_lies_wherever_the_system_likes_and_no_page_is_both_written_and_run():
    assert re.search(r"Type:\s+DYN", told("/usr/bin/readelf", "--file-header"))
    segments = told("/usr/bin/readelf", "--program-headers", "--wide")
    assert "GNU_RELRO" in segments
    assert re.search(r"GNU_STACK.* RW\s", segments)
    assert not re.search(r"LOAD .* RWE ", segments)


def test_every_address_is_bound_before_it_begins():
    said = told("/usr/bin/readelf", "--dynamic", "--wide")
    assert re.search(r"FLAGS.*BIND_NOW", said) and re.search(r"FLAGS_1.*NOW", said)


def test_stacks_have_canaries_and_copies_know_the_size_of_what_they_fill():
    there = symbols()
    assert "__stack_chk_fail" in there
    assert [name for name in there if re.fullmatch(r"__\w+_chk", name)], "no checked copy"


@pytest.mark.skipif(platform.machine() != "x86_64", reason="landing pads are of this processor")
def test_functions_begin_with_a_landing_pad():
    code = told("/usr/bin/objdump", "--disassemble=main", "--no-show-raw-insn")
    assert re.search(r"<main>:\n\s+[0-9a-f]+:\s+endbr64", code)

"""Files from strangers: nothing outside their folder is read, nothing is executed, fetched or sent."""

import json
import re
import shutil
import sqlite3
import struct
import subprocess
from contextlib import closing

import pytest
from conftest import DONE, FAILED, INVALID, PROGRAM, SMALL

HOSTILE = "</script><script>document.title='attacked'</script><img src=x onerror=alert(1)>"


def dynamic_entries(program):
    """Type of the file, whether its stack is executable, and the tags of its dynamic section with their values."""
    content = program.read_bytes()
    if content[:5] != b"\x7fELF\x02":
        pytest.skip("no program of 64 bits in ELF")
    kind, = struct.unpack_from("<H", content, 16)
    first, = struct.unpack_from("<Q", content, 32)
    size, count = struct.unpack_from("<HH", content, 54)
    executable_stack, tags = False, {}
    for i in range(count):
        segment, flags, offset, _, _, length = struct.unpack_from("<IIQQQQ", content, first + i * size)
        if segment == 0x6474E551:  # PT_GNU_STACK
            executable_stack = bool(flags & 1)
        if segment == 2:  # PT_DYNAMIC
            tags = dict(struct.iter_unpack("<QQ", content[offset:offset + length]))
    return kind, executable_stack, tags


def test_the_program_lies_anywhere_and_binds_every_address_before_it_begins():
    kind, executable_stack, tags = dynamic_entries(PROGRAM)
    assert kind == 3  # ET_DYN: position-independent
    assert not executable_stack
    assert tags.get(0x6FFFFFFB, 0) & 1  # DT_FLAGS_1: NOW


def traced(tumen, *words, code=DONE):
    """The system calls of a command, one a line."""
    if not shutil.which("strace"):
        pytest.skip("strace is not installed (tools/setup test installs it)")
    allowed = subprocess.run(["strace", "-f", "-o", "/dev/null", "true"], capture_output=True, text=True)
    if allowed.returncode != 0:
        pytest.skip(f"processes cannot be traced here: {allowed.stderr.strip()}")
    log = tumen.folder / "calls"
    ended = subprocess.run(["strace", "-f", "-qq", "-o", str(log), *tumen.command(*words)], cwd=tumen.folder,
                           capture_output=True, text=True, timeout=300)
    assert ended.returncode == code, ended.stderr
    calls = [re.sub(r"^\d+ +", "", line) for line in log.read_text(errors="replace").splitlines()]
    assert any(call.startswith("execve(") for call in calls), "the trace holds nothing"
    return calls


def paths_written(calls):
    opened = [call for call in calls if call.startswith(("open(", "openat(", "creat("))
              and re.search("O_WRONLY|O_RDWR|O_CREAT", call) and " = -1" not in call]
    return [re.search(r'"([^"]*)"', call)[1] for call in opened]


@pytest.mark.parametrize("words", [
    ["run", "--luck-only", "small.toml", "--replicates", "4", "--threads", "2", "--out", "b.sqlite"],
    ["report", "a.sqlite", "--force"],
    ["verify", "a.sqlite"],
    ["export", "a.sqlite", "--out", "tables"],
], ids=lambda words: words[0])
def test_no_socket_is_opened_and_nothing_is_executed(tumen, small, words):
    tumen("run", "--luck-only", small, "--replicates", "2", "--out", "a.sqlite")
    calls = traced(tumen, *words)
    network = [call for call in calls
               if re.match(r"(socket|socketpair|connect|bind|listen|accept4?|send\w*|recv\w*)\(", call)]
    assert network == []
    assert len([call for call in calls if re.match(r"execve(at)?\(", call)]) == 1  # the program itself
    assert [call for call in calls if re.match(r"(fork|vfork|ptrace|io_uring_setup)\(", call)] == []
    elsewhere = [path for path in paths_written(calls)
                 if path.startswith("/") and not path.startswith(str(tumen.folder))]
    assert elsewhere == []


def test_a_results_file_is_opened_for_reading_only(tumen, small):
    tumen("run", "--luck-only", small, "--replicates", "2", "--out", "a.sqlite")
    for words in (["report", "a.sqlite", "--force"], ["verify", "a.sqlite"], ["export", "a.sqlite", "--table", "daily"]):
        assert [path for path in paths_written(traced(tumen, *words)) if "a.sqlite" in path] == []


@pytest.mark.parametrize("extends", ["../secret", "/etc/passwd", "folder/base", "..", "secret.toml/../secret", "link"])
def test_extends_reads_nothing_outside_its_folder(tumen, extends):
    (tumen.folder / "secret.toml").write_text(SMALL + 'secret_word = "xyzzy"\n')
    inner = tumen.folder / "inner"
    inner.mkdir()
    (inner / "link.toml").symlink_to("../secret.toml")
    (inner / "mine.toml").write_text(f'extends = "{extends}"\n')
    said = tumen("scenario", "check", "inner/mine.toml", code=INVALID)
    assert "xyzzy" not in said.stdout + said.stderr
    assert re.search("not the name of a scenario|leads out of its folder", said.stderr)


@pytest.mark.parametrize("line, limit", [
    ("days = 20001", "20,000"),
    ("residents = 1e12", "100,000,000"),
    ('title = "' + "x" * (1 << 20) + '"', "1 MiB"),
    ("x = " + "[" * 1000 + "]" * 1000, "16"),
], ids=["days", "residents", "bytes", "nesting"])
def test_what_would_take_unbounded_memory_or_time_is_refused_by_a_stated_limit(tumen, line, limit):
    name = line.split(" ")[0]
    scenario = re.sub(rf"(?m)^{name} = .*$", line, SMALL) if name != "x" else line + "\n" + SMALL
    (tumen.folder / "large.toml").write_text(scenario)
    said = tumen("scenario", "check", "large.toml", code=INVALID).stderr
    assert limit in said or limit.replace(",", "") in said, said


def test_info_states_the_limits_of_scenarios_commands_and_results(tumen):
    limits = {row["name"]: row["at_most"] for row in json.loads(tumen("info", "--limits", "--json").stdout)["limits"]}
    assert limits["days"] == 20000 and limits["file_bytes"] == 1 << 20
    assert limits["replicates"] == 1_000_000 and limits["results_memory"] == 256 << 20
    assert "--dry-run" in tumen("info", "--limits").stdout


def test_a_report_of_hostile_texts_has_them_as_data_alone(tumen):
    hostile = json.dumps(HOSTILE)
    scenario = re.sub('(?m)^(title|question|label) = .*$', lambda found: f"{found[1]} = {hostile}", SMALL)
    (tumen.folder / "small.toml").write_text(scenario)
    tumen("run", "--luck-only", "small.toml", "--replicates", "1", "--out", "a.sqlite")
    assert HOSTILE not in (tumen.folder / "a.html").read_text()
    assert "<script>document" not in (tumen.folder / "a.html").read_text()


@pytest.mark.parametrize("sql", [
    "CREATE TRIGGER t AFTER INSERT ON daily BEGIN SELECT load_extension('evil'); END",
], ids=["trigger"])
def test_a_results_file_with_code_in_it_is_refused(tumen, small, sql):
    tumen("run", "--luck-only", small, "--replicates", "1", "--out", "a.sqlite")
    with closing(sqlite3.connect(tumen.folder / "a.sqlite")) as results:
        results.execute(sql)
        results.commit()
    for command in ("report", "verify", "export"):
        assert "a.sqlite" in tumen(command, "a.sqlite", code=FAILED).stderr


def test_a_value_larger_than_the_limit_is_refused(tumen, small):
    tumen("run", "--luck-only", small, "--replicates", "1", "--out", "a.sqlite")
    with closing(sqlite3.connect(tumen.folder / "a.sqlite")) as results:
        results.execute("UPDATE point SET canonical = canonical || '#' || hex(zeroblob(20000000))")
        results.commit()
    assert "a.sqlite" in tumen("report", "a.sqlite", "--force", code=FAILED).stderr

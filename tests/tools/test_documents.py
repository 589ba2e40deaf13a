"""The documents say what the program says: generated tables are up to date, the tutorials can be typed."""

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = Path(os.environ.get("TUMEN", ROOT / "build/tumen")).resolve()


@pytest.mark.parametrize("words", [
    ["generate_docs", "--check"],
    ["generate_evidence", "--check"],
    ["test_docs", "--only", "session"],
    ["test_docs", "--only", "rule"],
], ids=" ".join)
def test_documents(words):
    result = subprocess.run([ROOT / "tools" / words[0], "--tumen", PROGRAM, *words[1:]],
                            capture_output=True, text=True, cwd=ROOT)
    assert result.returncode == 0, result.stdout + result.stderr

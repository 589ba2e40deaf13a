"""What a clone adds to a folder for an archive: the code, and the documents as reviewers take them."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from .._errors import ArgumentError

if TYPE_CHECKING:
    import os
    from typing import Any

DOCUMENTS = {"model": "the model as ODD+D", "trace": "TRACE: how the model was developed, tested and may be used"}
METADATA = ["CITATION.cff", "codemeta.json", ".zenodo.json"]
QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
         "--no-pdf-header-footer"]
BROWSERS = ["chromium", "chromium-browser", "google-chrome"]


def called(*words: str | os.PathLike[str], timeout: float | None = None) -> str:
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=timeout)
    if done.returncode != 0:
        raise ArgumentError(f"error: {words[0]} failed\n  why: {done.stderr.strip()[-500:]}")
    return done.stdout


def tool(*names: str) -> str:
    for name in names:
        if found := shutil.which(name):
            return found
    raise ArgumentError(f"error: {names[0]} is not there\n  why: documents are turned into docx and PDF by it\n"
                        f"  way out: install {names[0]}, or leave out the clone")


def add_clone(clone: str | os.PathLike[str], folder: Path, commit: str) -> dict[str, str]:
    """Writes the code archive, metadata and documents, all of this commit (of the newest one where none is named); names of
    what was written -> what it is."""
    clone = Path(clone)
    if not (clone / "docs/model.md").is_file() or not (clone / ".git").exists():
        raise ArgumentError(f"error: {clone} is no clone of Tumen\n  way out: name the folder that git clone made")
    pandoc, browser = tool("pandoc"), tool(*BROWSERS)
    code = folder.resolve() / "code.tar.gz"
    revision = called("git", "-C", clone, "rev-parse", "--verify", f"{commit or 'HEAD'}^{{commit}}").strip()
    called("git", "-C", clone, "archive", "--format=tar.gz", "--prefix=tumen/", "-o", code, revision)
    written = {code.name: f"the source at commit {revision}"}
    with tempfile.TemporaryDirectory() as name:
        called("tar", "-xzf", code, "-C", name)
        source = Path(name) / "tumen"
        for metadata in METADATA:
            shutil.copyfile(source / metadata, folder / metadata.removeprefix("."))
            written[metadata.removeprefix(".")] = "what citations and archives say of the program"
        for document, what in DOCUMENTS.items():
            write_document(source / f"docs/{document}.md", folder, pandoc, browser)
            written |= {f"{document}.docx": what, f"{document}.pdf": what}
    return written


def write_document(source: Path, folder: Path, pandoc: str, browser: str) -> None:
    name, page = source.stem, folder.resolve() / f"{source.stem}.html"
    common: list[str | Path] = [pandoc, source, "--from", "gfm", "--standalone", "--metadata", f"pagetitle={name}"]
    called(*common, "--output", folder / f"{name}.docx")
    called(*common, "--to", "html5", "--output", page)
    try:
        called(browser, *QUIET, f"--print-to-pdf={page.with_suffix('.pdf')}", page.as_uri(), timeout=300)
    finally:
        page.unlink()

"""Notebooks, executed: their text, code, what it printed and drew, as a page."""

import base64
import os
import re

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


def executed(path, folder):
    """The notebook of a script with `# %%` cells, after it ran in the folder."""
    import jupytext
    from nbclient import NotebookClient
    notebook = jupytext.read(path)
    os.environ["TUMEN_FIGURES"] = str(folder)
    NotebookClient(notebook, timeout=600, kernel_name="python3", resources={"metadata": {"path": str(folder)}}).execute()
    return notebook


def page_of(notebook, name, folder):
    """MyST text; figures go into the folder, beside the page."""
    parts = [f"% Written by site/build from python/notebooks/{name}.py."]
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            parts.append(cell.source)
            continue
        parts.append(f"```python\n{cell.source}\n```")
        for output in cell.outputs:
            parts.extend(shown(output, name, folder))
    return "\n\n".join(parts)


def shown(output, name, folder):
    if output.output_type == "stream" and output.name == "stdout":
        yield f"```text\n{output.text.rstrip()}\n```"
    elif "data" not in output:
        return
    elif "image/png" in output.data:
        figure = f"{name}-{len(list(folder.glob(f'{name}-*.png'))) + 1}.png"
        (folder / figure).write_bytes(base64.b64decode(output.data["image/png"]))
        yield f"![]({figure})"
    elif "text/html" in output.data:
        yield f"```{{raw}} html\n<div class=\"output\">{output.data['text/html']}</div>\n```"
    elif "text/plain" in output.data:
        text = ESCAPES.sub("", output.data["text/plain"])
        yield f"```text\n{text}\n```"

"""Questions with their answers: each scenario played, its report and the page that carries the model beside it."""

import json
import os
import subprocess

QUESTIONS = ["hyesan-handin", "hoeryong-oath", "hyesan-kept"]
HEAD = """\
# Gallery

Each question is a scenario that comes with the program. It was played {replicates} times when this site was built; the
report holds every figure with the table behind it, and the explorer plays the model in this browser, to move by hand.
All people are synthetic, and no answer is a forecast."""


def played(program, name, folder, replicates):
    """The report and the explorer of a scenario, in the folder; what the program answers."""
    told = subprocess.run([program, "run", name, "--replicates", str(replicates), "--json", "--force", "--out",
                           folder / f"{name}.sqlite"], capture_output=True, text=True, check=True)
    subprocess.run([program, "explore", name, "--force", "--out", folder / f"{name}-explorer.html"], capture_output=True,
                   text=True, check=True)
    (folder / f"{name}.sqlite").unlink()
    return json.loads(told.stdout)


def page(program, folder):
    """The text of the gallery; reports and explorers go into the folder."""
    import tumen
    replicates = int(os.environ.get("TUMEN_REPLICATES", "64"))
    parts = [HEAD.format(replicates=replicates)]
    for name in QUESTIONS:
        told, scenario = played(program, name, folder, replicates), tumen.scenario(name)
        answer = "\n".join(f"- {sentence}" for sentence in told["answer"])
        links = (f'<p><a href="{name}.html">The report</a>, <a href="{name}-explorer.html">the explorer</a></p>')
        parts.append(f"## {scenario.title}\n\n*{scenario.question}*\n\n{answer}\n\n{links}\n\n"
                     f"```console\n$ tumen run {name} --replicates {replicates}\n```")
    return "\n\n".join(parts)

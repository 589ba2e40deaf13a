"""Writes a specification as a scenario file of the product (TOML).

python3 -m tests.oracle.scenario --spec S.json > S.toml
"""

import argparse
from datetime import date, timedelta
from pathlib import Path

from .names import PRODUCT_NAME, ROLES, SENTENCES
from .parameters import BY_ROLE, BY_SENTENCE, locate
from .play import load_spec

START = date(2020, 9, 1)


def product_names(name, value):
    """(product name, value) pairs; a value with all its parts becomes one pair a part."""
    symbol, part = locate(name)
    parts = ROLES if symbol in BY_ROLE else SENTENCES if symbol in BY_SENTENCE else ()
    product = PRODUCT_NAME[symbol]
    if part is not None:
        return [(f"{product}.{parts[part]}", value)]
    if parts:
        return [(f"{product}.{each}", v) for each, v in zip(parts, value)]
    return [(product, value)]


def on(day):
    return (START + timedelta(days=day)).isoformat()


def to_toml(spec, name):
    about = spec.get("about", name)
    lines = [f'name = "{name}"', f'title = "{about}"', f'question = "{about}"', f"start = {on(0)}",
             f"days = {spec['days']}", "",
             "[[city]]", 'name = "city"', 'label = "City"',
             f"residents = {spec['residents']}"]  # fmt: skip
    lines += ["", "[parameters]"]
    for key, value in spec.get("parameters", {}).items():
        lines += [f"{product} = {v}" for product, v in product_names(key, value)]
    lines += ["", "[rules]"]
    lines += [f'{rule} = "{choice}"' for rule, choice in spec.get("rules", {}).items()]
    for kind in ("hand_in_drive", "oath_drive", "sweep", "peak"):
        for entry in spec.get(kind, []):
            lines += ["", f"[[{kind}]]", f"from = {on(entry['from'])}"]
            lines.append(f"to = {on(entry['to'])}")
            if kind == "hand_in_drive":
                lines.append(f'forgiveness = "{entry.get("forgiveness", "promised")}"')
            if kind == "peak":
                lines.append(f"pressure = {entry['pressure']}")
    for entry in spec.get("meeting", []):
        meeting = entry if isinstance(entry, dict) else {"on": entry}
        lines += ["", "[[meeting]]", f"on = {on(meeting['on'])}"]
        lines += [f"reach = {meeting['reach']}"] if "reach" in meeting else []
    for entry in spec.get("schedule", []):
        for product, value in product_names(entry["parameter"], entry["value"]):
            lines += ["", "[[schedule]]", f'parameter = "{product}"', f"from = {on(entry['from'])}",
                      f"to = {on(entry['to'])}", f"value = {value}"]  # fmt: skip
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--spec", required=True)
    arguments = parser.parse_args()
    print(to_toml(load_spec(arguments.spec), Path(arguments.spec).stem.replace("_", "-")), end="")


if __name__ == "__main__":
    main()

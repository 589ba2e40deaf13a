"""What a report's page carries."""

import json
import re

DATA = re.compile(r'(<script type="application/json" id="report-data">\s*)(.*?)(\s*</script>)', re.DOTALL)


def data_of(page):
    """The data of a report, from the file it lies in."""
    return json.loads(DATA.search(page.read_text())[2])


def as_on_page(value):
    """With numbers of six digits, as a page has them."""
    if isinstance(value, dict):
        return {key: as_on_page(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_on_page(one) for one in value]
    return float(f"{value:.6g}") if isinstance(value, float) else value

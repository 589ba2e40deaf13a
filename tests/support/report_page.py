"""What a report's page carries."""

import json
import re

DATA = re.compile(r'(<script type="application/json" id="report-data">\s*)(.*?)(\s*</script>)', re.DOTALL)


def data_of(page):
    """The data of a report, from the file it lies in."""
    return json.loads(DATA.search(page.read_text())[2])

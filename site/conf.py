"""The documentation site: Sphinx over what site/build lays out. Everything lies in the site; nothing is fetched."""

import os

project = "Tumen"
author = "The Tumen authors"
copyright = "the Tumen authors; Apache-2.0. All people in Tumen are synthetic"
release = os.environ["TUMEN_VERSION"]
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
napoleon_google_docstring = False
root_doc = "index"
exclude_patterns = []
language = "en"

myst_heading_anchors = 4
myst_enable_extensions = ["colon_fence"]

autodoc_member_order = "bysource"
autodoc_typehints = "none"
autoclass_content = "class"

html_theme = "furo"
html_title = f"Tumen {release}"
html_show_sphinx = False
html_copy_source = False
html_show_search_summary = False  # it would fetch pages, which a browser refuses for files
html_static_path = ["static"]
html_css_files = ["tumen.css"]
html_extra_path = [os.environ["TUMEN_EXTRA"]]  # pages that the program made
html_theme_options = {"navigation_with_keys": True}
pygments_style = "friendly"
pygments_dark_style = "native"

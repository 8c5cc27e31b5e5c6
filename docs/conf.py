"""How the manual is built; `make manual` does it."""

project = "Counterpoint"
author = "The Counterpoint founders"
project_copyright = author
html_title = "Counterpoint"

extensions = ["myst_parser"]
exclude_patterns = ["_theme"]
myst_heading_anchors = 3
"""So that `page.md#a-heading` is a link, and one to a heading that is not there a warning."""

smartquotes = False
"""What the program says is quoted letter by letter."""

highlight_language = "none"
"""A block that does not say what it is in is plain text."""

html_theme = "furo"
html_logo = "../resources/icons/counterpoint.svg"
html_favicon = html_logo
html_static_path = ["_theme"]
html_css_files = ["manual.css"]
html_copy_source = False
html_show_sphinx = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#0b6bb8", "color-brand-content": "#0b6bb8"},
    "dark_css_variables": {"color-brand-primary": "#62b0ef", "color-brand-content": "#62b0ef"},
}
pygments_style = "friendly"
pygments_dark_style = "github-dark"

"""The report as one HTML file: no script, no link to anywhere, nothing that a browser would fetch."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from lab.language import language, tr
from lab.report.findings import Findings
from lab.report.page_words import page_words, wrote
from lab.report.telling import Teller
from lab.visible import visible

_MOST_CHARACTERS = 120
"""Of a name; who makes it longer wants to be seen, not to be read."""


def document(found: Findings) -> str:
    """The whole file.

    All that models and users wrote is escaped by the template engine, and what could turn the writing around is made
    visible. Should anything get past that, the file's own policy forbids whatever a browser could run or fetch: its
    one style sheet is allowed by its hash.
    """
    style = (files("lab.report") / "templates" / "report.css").read_text(encoding="utf-8")
    fingerprint = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    environment = Environment(
        loader=PackageLoader("lab.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    environment.filters.update(wrote=wrote)
    return environment.get_template("report.html.jinja").render(
        report=Teller(_name).tell(found),
        words=page_words(),
        language=language(),
        style=style,
        policy=f"default-src 'none'; style-src 'sha256-{fingerprint}'; base-uri 'none'; form-action 'none'",
    )


def _name(text: str) -> str:
    """A stranger's name on one line. The template escapes it."""
    words = " ".join(visible(text).split())
    return f"{words[:_MOST_CHARACTERS]}…" if len(words) > _MOST_CHARACTERS else words or tr("(no name)")


def _finalize(value: object) -> object:
    """What is about to be written, before it is escaped; what templates themselves have made stays as it is."""
    return visible(value) if isinstance(value, str) and not hasattr(value, "__html__") else value

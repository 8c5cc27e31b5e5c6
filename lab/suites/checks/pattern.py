"""Regular expressions out of files of strangers: RE2 reads each character once, so none can run without end.

Python's own ``re`` needs 2**n steps for some short patterns, and nothing in the same process can stop it. RE2 has no
back-references and no look-around, which are what makes that possible. A pattern that would become too large is refused
when it is read. Source: https://github.com/google/re2/wiki/Syntax.
"""

from __future__ import annotations

import functools

import re2

from lab.language import tr
from lab.suites.checks.result import Answer, CheckResult, failed, passed

_MOST_BYTES = 8 * 2**20
"""For the pattern's program and for what RE2 remembers while it searches."""


def objection_to(pattern: str) -> str:
    """Why RE2 does not take a pattern, in its own words; empty if it does."""
    try:
        _compiled(pattern)
    except re2.error as error:
        said = error.args[0] if error.args else ""
        return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    except UnicodeEncodeError:
        return tr("it is not UTF-8 text")
    return ""


def matches(answer: Answer, pattern: str) -> CheckResult:
    """Whether the pattern is found anywhere in the answer."""
    text = answer.beginning.encode("utf-8", "replace").decode()  # halves of characters are nothing that RE2 knows
    if _compiled(pattern).search(text):
        return passed(tr("The pattern is found in it."))
    return failed(tr("The pattern is not found in it."))


@functools.lru_cache(maxsize=256)
def _compiled(pattern: str) -> re2._Regexp:
    options = re2.Options()
    options.max_mem = _MOST_BYTES
    options.log_errors = False  # which would go to standard error
    return re2.compile(pattern, options)

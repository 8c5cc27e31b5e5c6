"""Is something in the answer that should be, or should not?"""

from __future__ import annotations

import re
import unicodedata

from lab.language import tr
from lab.suites.checks.result import Answer, CheckResult, cannot_tell, failed, passed

_SPACE = re.compile(r"\s+")
_NOT_IN_NUMBER = r"(?<!\w)(?<!\d[.,])(?<!(?<!\w)-)"
"""Neither the end of a longer number nor behind a minus; behind a hyphen it may be."""
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})


def plain(text: str) -> str:
    """A text in which case, kinds of quotes and of spaces, and ways to write an accent make no difference."""
    composed = unicodedata.normalize("NFKC", text).translate(_STRAIGHT)
    return _SPACE.sub(" ", composed.casefold()).strip()


def contains(answer: Answer, any_of: tuple[str, ...], all_of: tuple[str, ...]) -> CheckResult:
    """Whether it holds at least one of the first and all of the second, each as whole words."""
    text = plain(answer.beginning)
    missing = [piece for piece in all_of if not is_in(piece, text)]
    if missing:
        return failed(tr("It lacks {words}.", words=_named(missing)))
    found = [piece for piece in any_of if is_in(piece, text)]
    if any_of and not found:
        return failed(tr("It has none of {words}.", words=_named(any_of)))
    return passed(tr("It has {words}.", words=_named([*all_of, *found])))


def lacks(answer: Answer, texts: tuple[str, ...]) -> CheckResult:
    """Whether it holds none of these as whole words. An empty answer says nothing either way."""
    text = plain(answer.beginning)
    if not text:
        return cannot_tell(tr("Nothing was written."))
    found = [piece for piece in texts if is_in(piece, text)]
    if found:
        return failed(tr("It has {words}.", words=_named(found)))
    return passed(tr("It has none of {words}.", words=_named(texts)))


def is_in(piece: str, text: str) -> bool:
    """Whether a piece stands in a text that is ``plain``, with no letter or digit of the same word beside it."""
    wanted = plain(piece)
    if not wanted:
        return False
    before = behind = ""
    if wanted[0].isalnum():
        before = _NOT_IN_NUMBER if wanted[0].isdecimal() else r"(?<!\w)"
    if wanted[-1].isalnum():
        behind = r"(?!\w|[.,]\d)" if wanted[-1].isdecimal() else r"(?!\w)"
    return re.search(f"{before}{re.escape(wanted)}{behind}", text) is not None


def _named(pieces: tuple[str, ...] | list[str]) -> str:
    shown = ", ".join(tr("“{text}”", text=piece) for piece in pieces[:5])
    return tr("{words} and others", words=shown) if len(pieces) > 5 else shown

"""Items out of JSONL (https://jsonlines.org): our own fields, or the shapes of two well-known sets of prompts.

- MT-Bench (``question.jsonl`` of https://github.com/lm-sys/FastChat): ``question_id``, ``category``, ``turns``.
- AlpacaEval (https://github.com/tatsu-lab/alpaca_eval): ``instruction``, ``dataset``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from lab.language import tr
from lab.suites.lines import refuse, text_lines
from lab.suites.suite import Item

_MT_BENCH = {"question_id", "category", "turns"}
_ALPACA_EVAL = {"instruction", "dataset"}
_OURS = frozenset(Item.__struct_fields__)


class JsonlItems:
    """Reads lines, an item each.

    Attributes:
        left_out: Names of fields that are not known; filled while the lines are read.
    """

    def __init__(self, file: BinaryIO, name: str) -> None:
        self.left_out: set[str] = set()
        self._file = file
        self._name = name

    def __iter__(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """The number of a line, and its fields under our names.

        Raises:
            BadImport: A line is no JSON object, or of none of the shapes.
        """
        for number, line in text_lines(self._file, self._name):
            if not line.strip():
                continue
            yield number, self._fields(self._object(number, line), number)

    def _object(self, number: int, line: str) -> dict[str, Any]:
        if number == 1 and line.lstrip().startswith("["):
            refuse(
                self._name, number, tr("this is one JSON list."), tr("Write each of its objects on a line of its own.")
            )
        try:
            return msgspec.json.decode(line, type=dict[str, Any])
        except msgspec.ValidationError:
            refuse(self._name, number, tr("it is not a JSON object."))
        except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
            refuse(self._name, number, tr("it is not JSON: {why}.", why=str(error)[:200].rstrip(".")))

    def _fields(self, found: dict[str, Any], number: int) -> dict[str, Any]:
        if "question_id" in found and "turns" in found:
            self._leave_out(found, _MT_BENCH)
            return self._mt_bench(found, number)
        if "instruction" in found:
            self._leave_out(found, _ALPACA_EVAL)
            return {"prompt": found["instruction"], "tags": _tags(found.get("dataset"))}
        if "prompt" not in found:
            hint = tr("A line has `prompt`, or `instruction`, or `question_id` and `turns`.")
            refuse(self._name, number, tr("it has no prompt."), hint)
        self._leave_out(found, _OURS)
        return {key: value for key, value in found.items() if key in _OURS}

    def _mt_bench(self, found: dict[str, Any], number: int) -> dict[str, Any]:
        turns = found["turns"]
        if not isinstance(turns, list) or not turns:
            refuse(self._name, number, tr("`turns` is not a list of prompts."))
        return {
            "id": f"q{found['question_id']}"[:64],
            "prompt": turns[0],
            "turns": turns[1:],
            "tags": _tags(found.get("category")),
        }

    def _leave_out(self, found: dict[str, Any], known: set[str] | frozenset[str]) -> None:
        if len(self.left_out) < len(known) + 20:  # a hostile file could name ever new ones
            self.left_out |= {key[:60] for key in found if key not in known}


def _tags(category: object) -> list[object]:
    """A category of somebody else's as a tag of ours; what is no text is left for the check to find."""
    if category is None or category == "":
        return []
    return ["-".join(category.replace("_", " ").split())[:40].strip("-") if isinstance(category, str) else category]

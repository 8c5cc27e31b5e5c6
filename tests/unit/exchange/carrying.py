"""Takes histories out and in, for the tests."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from lab.exchange.choice import ExportFormat, Undecided
from lab.exchange.formats import Export, write
from lab.exchange.importing import check, import_checked
from lab.exchange.raters import Naming
from lab.exchange.reading import reading
from lab.exchange.summary import Summary
from lab.exchange.wanted import Wanted
from lab.records import VoteChoice
from lab.storage import Store, votes


def exported(
    store: Store,
    format: ExportFormat = ExportFormat.JSONL,
    *,
    wanted: Wanted | None = None,
    undecided: Undecided | None = None,
) -> bytes:
    out = io.BytesIO()
    with reading(store) as work:
        write(work, out, Export(format=format, wanted=wanted or Wanted(), undecided=undecided or Undecided()))
    return out.getvalue()


def rows(data: bytes) -> list[dict[str, Any]]:
    """JSONL."""
    return [json.loads(line) for line in data.splitlines()]


def of_type(data: bytes, type: str) -> list[dict[str, Any]]:
    return [row for row in rows(data) if row["type"] == type]


def table(data: bytes) -> list[dict[str, str]]:
    """CSV."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def taken_in(store: Store, data: bytes, folder: Path, naming: Naming | None = None) -> Summary:
    path = folder / "carried.jsonl"
    path.write_bytes(data)
    return import_checked(store, check(path), naming or Naming(), lambda: False).result()


def vote(store: Store, comparison_id: str, choice: VoteChoice | None = VoteChoice.A, **more: Any) -> str:
    """Cast a vote; its id."""
    return store.write(votes.cast, comparison_id, choice, **more).result().id


def who(store: Store, comparison_id: str) -> list[str]:
    """Who voted, in the order in which they did."""
    return [vote.rater for vote in store.read(votes.history, comparison_id).result()]

"""Search over prompts, answers and notes, and lists by model, vote, date and tag. Leaves out the trash."""

# ruff: noqa: S608  (the queries are put together from constants of this file; what a person typed is always bound)

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Row, text

from lab.records import SearchHit, VoteChoice
from lab.storage import codec, full_text
from lab.storage.tables import FOUND
from lab.storage.work import Work

MOST_RANKED = 2000
"""If there are more matches than these, the latest come first.

What matches so often are words that are nearly everywhere, in which no match is much better than another, and to rank
them costs time for each place where they stand.
"""

_FEW = 20_000
"""A filter that leaves fewer than these is decided before the text.

To ask the row of each match takes longest where a text matches nearly everything and a filter nearly nothing. The
numbers of those that a filter leaves are quick to collect from an index, unless it leaves nearly everything.
"""

_WEIGHTS = "4.0, 1.0, 1.0, 4.0"
"""What a word counts in the prompt, in A's answer, in B's and in a note."""

_EXCERPT_WORDS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What is looked for. All of it must hold; what is empty holds always."""

    text: str = ""
    """As a person types it: each word may be the beginning of one, in quotation marks they stand together."""
    model: str = ""
    """A model's name, on either side."""
    choice: VoteChoice | None = None
    """The vote that counts now."""
    unvoted: bool = False
    """Only comparisons without a vote."""
    since_utc: str = ""
    """Made then or later."""
    until_utc: str = ""
    """Made before then."""
    tag: str = ""
    """A tag of the session."""


def find(work: Work, wanted: Filter, *, limit: int = 100, offset: int = 0) -> list[SearchHit]:
    """A page of what was looked for: with a text the best match first, without one the latest comparison."""
    if full_text.is_blank(wanted.text):
        return _hits(work, _listed(work, wanted, limit, offset), {})
    expression = full_text.expression(wanted.text)
    if not expression:
        return []
    numbers = _matching(work, wanted, expression, limit, offset)
    return _hits(work, numbers, _excerpts(work, expression, numbers))


def count(work: Work, wanted: Filter) -> int:
    """How many there are in all."""
    if full_text.is_blank(wanted.text):
        rules, values = _rules(wanted)
        query = f"SELECT count(*) FROM comparison AS c WHERE {rules}"
    else:
        expression = full_text.expression(wanted.text)
        if not expression:
            return 0
        matches, values = _matches(work, wanted, expression)
        query = f"SELECT count(*) FROM {matches}"
    return int(_scalars(work, query, values)[0])


def models(work: Work) -> list[str]:
    """The names of all models that were ever used, in alphabetical order."""
    # From each name straight to the next one in the index, instead of over all who bear it.
    return _scalars(
        work,
        "WITH RECURSIVE each(name) AS (SELECT min(model_name) FROM contestant UNION ALL SELECT "
        "(SELECT min(model_name) FROM contestant WHERE model_name > each.name) FROM each WHERE name IS NOT NULL) "
        "SELECT name FROM each WHERE name IS NOT NULL ORDER BY name COLLATE NOCASE, name",
        {},
    )


def _listed(work: Work, wanted: Filter, limit: int, offset: int) -> list[int]:
    order = "ORDER BY created_utc DESC, number DESC LIMIT :limit OFFSET :offset"
    if not wanted.model:
        rules, values = _rules(wanted)
        query = f"SELECT c.number FROM comparison AS c WHERE {rules} {order}"
        return _scalars(work, query, values | {"limit": limit, "offset": offset})
    # Each side by itself, because then each has an index in the order that is wanted, and few rows are read.
    rules, values = _rules(replace(wanted, model=""))
    sides = " UNION ".join(
        f"SELECT * FROM (SELECT c.number, c.created_utc FROM comparison AS c WHERE {side} = :model AND {rules} "
        "ORDER BY c.created_utc DESC, c.number DESC LIMIT :enough)"
        for side in ("c.model_a", "c.model_b")
    )
    values |= {"model": codec.storable(wanted.model), "enough": limit + offset}
    return _scalars(work, f"SELECT number FROM ({sides}) {order}", values | {"limit": limit, "offset": offset})


def _matching(work: Work, wanted: Filter, expression: str, limit: int, offset: int) -> list[int]:
    matches, values = _matches(work, wanted, expression)
    latest = f"SELECT {FOUND}.rowid FROM {matches} ORDER BY {FOUND}.rowid DESC LIMIT :limit OFFSET :offset"
    numbers = _scalars(work, latest, values | {"limit": MOST_RANKED + 1, "offset": 0})
    if len(numbers) > MOST_RANKED:
        if offset + limit > len(numbers):
            return _scalars(work, latest, values | {"limit": limit, "offset": offset})
        return numbers[offset : offset + limit]
    best = f"ORDER BY bm25({FOUND}, {_WEIGHTS}), rowid DESC LIMIT {limit:d} OFFSET {offset:d}"
    return [row.rowid for row in _among(work, expression, numbers, "rowid", best)]


def _matches(work: Work, wanted: Filter, expression: str) -> tuple[str, dict[str, Any]]:
    """Where all matches are read from, and the values in it."""
    rules, values = _rules(wanted)
    early = next((rule for rule in _filters(wanted)[0] if _leaves_few(work, rule, values)), "")
    if early:
        # The plus keeps SQLite from asking the full-text table for one number after another: it can't do that quickly.
        early = f"AND +{FOUND}.rowid IN (SELECT c.number FROM comparison AS c WHERE {early}) "
    # CROSS JOIN is SQLite's way to say: in this order.
    source = (
        f"{FOUND} CROSS JOIN comparison AS c ON c.number = {FOUND}.rowid "
        f"WHERE {FOUND} MATCH :expression {early}AND {rules}"
    )
    return source, values | {"expression": expression}


def _leaves_few(work: Work, rule: str, values: dict[str, Any]) -> bool:
    query = f"SELECT count(*) FROM (SELECT c.number FROM comparison AS c WHERE {rule} LIMIT {_FEW:d})"
    return bool(_scalars(work, query, values)[0] < _FEW)


def _excerpts(work: Work, expression: str, numbers: Sequence[int]) -> dict[int, str]:
    snippet = f"rowid, snippet({FOUND}, -1, '', '', '…', {_EXCERPT_WORDS}) AS excerpt"
    return {row.rowid: full_text.readable(row.excerpt) for row in _among(work, expression, numbers, snippet)}


_NUMBERS = "(SELECT value FROM json_each(:numbers))"
"""One value for all of them, so that the query has the same words however many there are, and is read once."""


def _among(
    work: Work, expression: str, numbers: Sequence[int], columns: str, order: str = ""
) -> Sequence[Row[*tuple[Any, ...]]]:
    """What the full-text table says of some of the matches."""
    if not numbers:
        return []
    # The plus makes it one walk along the matches, instead of a search for each number.
    query = text(
        f"SELECT {columns} FROM {FOUND} WHERE {FOUND} MATCH :expression AND rowid BETWEEN :first AND :last "
        f"AND +rowid IN {_NUMBERS} {order}"
    )
    values = {"expression": expression, "first": min(numbers), "last": max(numbers), "numbers": json.dumps(numbers)}
    return work.db.execute(query, values).all()


def _hits(work: Work, numbers: Sequence[int], excerpts: dict[int, str]) -> list[SearchHit]:
    if not numbers:
        return []
    rows = work.db.execute(
        text(
            "SELECT c.number, c.id, c.session_id, s.title, c.prompt, c.created_utc, c.model_a, c.model_b, c.choice "
            f"FROM comparison AS c JOIN session AS s ON s.id = c.session_id WHERE c.number IN {_NUMBERS}"
        ),
        {"numbers": json.dumps(numbers)},
    )
    hits = {
        row.number: SearchHit(
            comparison_id=row.id,
            session_id=row.session_id,
            session_title=row.title,
            prompt=row.prompt,
            excerpt=excerpts.get(row.number, ""),
            created_utc=row.created_utc,
            model_a=row.model_a,
            model_b=row.model_b,
            choice=VoteChoice(row.choice) if row.choice else None,
        )
        for row in rows
    }
    return [hits[number] for number in numbers]


def _rules(wanted: Filter) -> tuple[str, dict[str, Any]]:
    """The conditions on a comparison ``c``, and the values in them."""
    filters, values = _filters(wanted)
    rules = [
        "+c.trashed_utc IS NULL",  # the plus keeps SQLite from its index, in which nearly all are
        "c.session_id NOT IN (SELECT id FROM session WHERE trashed_utc IS NOT NULL)",
        *filters,
    ]
    return " AND ".join(rules), values


def _filters(wanted: Filter) -> tuple[list[str], dict[str, Any]]:
    """What the user has narrowed it down to, one condition each, those first that mostly leave the fewest."""
    dates = [
        rule
        for value, rule in ((wanted.since_utc, "c.created_utc >= :since"), (wanted.until_utc, "c.created_utc < :until"))
        if value
    ]
    given = {
        "c.session_id IN (SELECT session_id FROM session_tag WHERE tag = :tag)": wanted.tag,
        "c.choice = :choice": wanted.choice,
        "(c.model_a = :model OR c.model_b = :model)": wanted.model,
        " AND ".join(dates): dates,
        "c.choice IS NULL": wanted.unvoted,
    }
    values = {
        "tag": wanted.tag,
        "choice": wanted.choice,
        "model": wanted.model,
        "since": wanted.since_utc,
        "until": wanted.until_utc,
    }
    filters = [rule for rule, value in given.items() if value]
    return filters, {name: codec.storable(value) for name, value in values.items() if value}


def _scalars(work: Work, query: str, values: dict[str, Any]) -> list[Any]:
    return list(work.db.scalars(text(query), values).all())

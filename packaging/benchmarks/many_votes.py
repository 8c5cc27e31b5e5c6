"""Makes a history with as many votes as a school casts in a year, on as many contestants as it finds, in a minute."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

import numpy as np
from sqlalchemy import insert

from benchmarks.many_turns import contestant_named
from lab.records import Contestant, Framing, SamplerSettings, VoteChoice
from lab.results import measures
from lab.storage import Store, answers, measured, new_id, votes
from lab.storage.tables import AnswerRow, ComparisonRow, MeasuresRow, SessionRow, TagRow, VoteRow
from lab.storage.work import Work, as_text

TABLES = (SessionRow, TagRow, AnswerRow, MeasuresRow, ComparisonRow, VoteRow)

_BEGAN = datetime(2025, 1, 1, tzinfo=UTC)
_CHUNK = 2000
_A_TALK = 20
_RATERS = ("me", "Ada", "Bo")
_TEXT = "What people call an answer is a row of sentences, and most of them are about as long as this one. " * 7

Rows = dict[str, list[dict[str, Any]]]


def fill(store: Store, number: int, contestants: int) -> None:
    """Write so many comparisons, each with a vote, between contestants of known strengths; every answer is measured."""
    made = [contestant(each) for each in range(contestants)]
    ids = [store.write(answers.keep_contestant, each).result() for each in made]
    raters = [store.write(votes.rater_id, name).result() for name in _RATERS]
    rows = _rows(random.Random(14), ids, raters, number)  # noqa: S311 - the same votes in every run
    while chunk := list(islice(rows, _CHUNK)):
        store.write(_write, chunk).result()


def contestant(number: int) -> Contestant:
    """One of ten models, in one of its ways: each is another contestant."""
    made = contestant_named(f"model-{number % 10}-{'chat' if number % 2 else 'base'}")
    framing = (Framing.RAW, Framing.QA, Framing.IN_CONTEXT)[number // 10 % 3]
    return replace(made, framing=framing, sampler=SamplerSettings(temperature=number // 10 / 10))


def _write(work: Work, rows: list[Rows]) -> None:
    for table in TABLES:
        of_it = [row for each in rows for row in each.get(table.__tablename__, ())]
        if of_it:
            work.db.execute(insert(table), of_it)


def _rows(dice: random.Random, ids: list[str], raters: list[int], number: int) -> Iterator[Rows]:
    strengths = [dice.gauss(0, 1) for _ in ids]
    session_id = ""
    for each in range(1, number + 1):
        rows: Rows = {}
        now = as_text(_BEGAN + timedelta(seconds=300 * each))
        if each % _A_TALK == 1:
            session_id = new_id()
            rows["session"] = [
                {"id": session_id, "title": "", "pinned": False, "created_utc": now, "updated_utc": now,
                 "trashed_utc": None}
            ]  # fmt: skip
            rows["session_tag"] = [{"session_id": session_id, "tag": dice.choice(("school", "verse", "work"))}]
        a, b = dice.sample(range(len(ids)), 2)
        rows["answer"] = [_answer(dice, ids[side], now) for side in (a, b)]
        rows["answer_measures"] = [_measures(dice, row["id"], len(row["text"])) for row in rows["answer"]]
        comparison_id = new_id()
        rows["comparison"] = [
            {"number": each, "id": comparison_id, "session_id": session_id, "parent_id": None, "origin": "prompt",
             "prompt": "Why is the sky blue, and since when?", "created_utc": now, "trashed_utc": None,
             "answer_a_id": rows["answer"][0]["id"], "answer_b_id": rows["answer"][1]["id"], "model_a": "",
             "model_b": "", "choice": None}
        ]  # fmt: skip
        rows["vote"] = [
            {"id": new_id(), "comparison_id": comparison_id, "rater_id": dice.choice(raters), "aspect": "",
             "choice": _choice(dice, strengths[a] - strengths[b]), "shown_first": dice.choice("ab"),
             "blind": dice.random() < 0.7, "time_taken_ms": 4000, "cast_utc": now}
        ]  # fmt: skip
        yield rows


def _choice(dice: random.Random, gap: float) -> VoteChoice:
    if dice.random() < 0.2:
        return dice.choices((VoteChoice.TIE, VoteChoice.BOTH_BAD), weights=(3, 1))[0]
    return VoteChoice.A if dice.random() < 1 / (1 + np.exp(-gap)) else VoteChoice.B


def _answer(dice: random.Random, contestant_id: str, now: str) -> dict[str, Any]:
    tokens = dice.randint(20, 150)
    return {
        "id": new_id(), "contestant_id": contestant_id, "seed": dice.randrange(2**31), "state": "finished",
        "writer": "", "engine": "llama.cpp", "problem": "", "begun_utc": now, "saved_utc": now,
        "text": _TEXT[: 5 * tokens], "rendered_prompt": "Why is the sky blue, and since when?",
        "token_ids": list(range(1000, 1000 + tokens)), "finish_reason": "end_of_answer", "prompt_tokens": 30,
        "cached_prompt_tokens": 0, "completion_tokens": tokens, "dropped_turns": 0, "time_to_first_token_ms": 80.0,
        "tokens_per_second": 60.0, "prompt_tokens_per_second": 400.0, "details": None,
    }  # fmt: skip


def _measures(dice: random.Random, answer_id: str, characters: int) -> dict[str, Any]:
    values = {name: round(dice.uniform(0, 100), 2) for name in measures.NAMES}
    values |= {
        "characters": float(characters),
        "headings": float(dice.randint(0, 3)),
        "refusal": float(dice.random() < 0.1),
    }
    numbers = measured.encoded([values[name] for name in measures.NAMES])
    return {"answer_id": answer_id, "version": measures.VERSION, "numbers": numbers}

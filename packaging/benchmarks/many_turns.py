"""Makes a history as large as a busy year leaves it, in a minute: rows by the thousand, in a made-up language."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from itertools import accumulate, islice
from typing import Any

from sqlalchemy import insert, text

from lab.records import (
    AnswerState,
    Contestant,
    FinishReason,
    Framing,
    Kind,
    KindVerdict,
    Model,
    Origin,
    Response,
    VoteChoice,
)
from lab.storage import Store, answers, new_id, votes
from lab.storage.full_text import indexed
from lab.storage.tables import FOUND, AnswerRow, ComparisonRow, SessionRow, TagRow, VoteRow
from lab.storage.work import Work, as_text

MODELS = ("tiny-base-1", "tiny-base-2", "tiny-base-rare", "tiny-chat-1", "tiny-chat-2")

Rows = dict[str, list[dict[str, Any]]]
"""What one turn adds, by the name of the table."""

_BEGAN = datetime(2025, 1, 1, tzinfo=UTC)
_CHUNK = 2000
_WORDS_AN_ANSWER = 130
_SYLLABLES = "ba co di fe gra hu lin mo ne pur ra si tro ul ver za"
_COMMON = """
the of and to a in is it that for as with on by are be this from or which can at an not have has was its they
but one when more into also than other some if their water light between because most how what why like there
these so about up out many then them would only time first over such through where after people use made very
two new way may each years small long different called could during being part well often large found same air
sun sky blue energy plant cell heat earth river stone tree house school child story word number question answer
example means because however therefore usually known used system process form order cause effect
"""
_TOPICS = """
volcano gravity photosynthesis glacier bread democracy magnet rainbow penguin comet vaccine printing violin
tides earthquake yeast lightning whale algebra compass steel paper honey clock bridge tunnel desert monsoon
"""


def fill(store: Store, turns: int) -> None:
    """Write so many turns, in conversations of different lengths, with two answers each and a vote on every third.

    Turn by turn through the actions of the history it would take an hour; so the same rows are written by the thousand.
    """
    contestants = {name: contestant_named(name) for name in MODELS}
    ids = {name: store.write(answers.keep_contestant, each).result() for name, each in contestants.items()}
    rater = store.write(votes.rater_id, votes.ME).result()
    talks = Talks(random.Random(11), contestants, ids, rater)  # noqa: S311 - the same history in every run
    rows = talks.turns(turns)
    while chunk := list(islice(rows, _CHUNK)):
        store.write(_write, chunk).result()


def _write(work: Work, turns: list[Rows]) -> None:
    for table in (SessionRow, TagRow, AnswerRow, ComparisonRow, VoteRow):
        rows = [row for turn in turns for row in turn.get(table.__tablename__, ())]
        if rows:
            work.db.execute(insert(table), rows)
    work.db.execute(
        text(f"INSERT INTO {FOUND} (rowid, prompt, a, b, note) VALUES (:number, :prompt, :a, :b, '')"),  # noqa: S608
        [row for turn in turns for row in turn[FOUND]],
    )


class Talks:
    """Talks with models about a few subjects, in words as frequent as they are in a language (Zipf's law).

    Args:
        dice: Decides everything but the ids.
        contestants: The models, by their names.
        ids: The contestants' ids, by the same names.
        rater: The number of whoever votes.
    """

    def __init__(
        self, dice: random.Random, contestants: Mapping[str, Contestant], ids: Mapping[str, str], rater: int
    ) -> None:
        self._dice = dice
        self._contestants = contestants
        self._ids = ids
        self._rater = rater
        self._topics = _TOPICS.split()
        rare = {self._made_up() for _ in range(20_000)}
        words = [*_COMMON.split(), *sorted(rare)]
        weights = list(accumulate(1 / (rank + 2.7) for rank in range(len(words))))
        # Drawing 26 million words one by one would take minutes; sentences that come again cost the search the same.
        self._sentences = [
            " ".join(dice.choices(words, cum_weights=weights, k=dice.randint(6, 20))).capitalize() + "."
            for _ in range(30_000)
        ]

    def turns(self, number: int) -> Iterator[Rows]:
        """So many turns, one after the other."""
        dice = self._dice
        session_id, parent_id, left = "", None, 0
        moment = _BEGAN
        for each in range(1, number + 1):
            rows: Rows = {}
            moment += timedelta(seconds=dice.randint(60, 600))
            now = as_text(moment)
            if not left:
                session_id, parent_id, left = new_id(), None, dice.choice((1, 1, 2, 5, 10, 40))
                rows["session"] = [_session(session_id, now)]
                if dice.random() < 0.1:
                    rows["session_tag"] = [{"session_id": session_id, "tag": dice.choice(("school", "verse", "work"))}]
            left -= 1
            topic = dice.choice(self._topics)
            asked = dice.choice(self._sentences).lower()[:60]
            prompt = f"{dice.choice(('Why', 'How', 'When'))} does a {topic} {asked}?"
            base = "tiny-base-rare" if dice.random() < 0.001 else dice.choice(("tiny-base-1", "tiny-base-2"))
            pair = (base, dice.choice(("tiny-chat-1", "tiny-chat-2")))
            rows["answer"] = [self._answer_row(name, prompt, topic, now, rare=each % 5000 == 0) for name in pair]
            a, b = rows["answer"]
            comparison_id, choice = new_id(), self.choice()
            rows["comparison"] = [
                {
                    "number": each, "id": comparison_id, "session_id": session_id, "parent_id": parent_id,
                    "origin": Origin.PROMPT, "prompt": prompt, "created_utc": now, "trashed_utc": None,
                    "answer_a_id": a["id"], "answer_b_id": b["id"], "model_a": pair[0], "model_b": pair[1],
                    "choice": choice,
                }
            ]  # fmt: skip
            if choice:
                rows["vote"] = [_vote_row(comparison_id, self._rater, choice, now)]
            rows[FOUND] = [
                {"number": each, "prompt": indexed(prompt), "a": indexed(a["text"]), "b": indexed(b["text"])}
            ]
            parent_id = comparison_id
            yield rows

    def choice(self) -> VoteChoice | None:
        """A vote, or more often none; one kind is rare."""
        if self._dice.random() > 0.3:
            return None
        return self._dice.choices(list(VoteChoice), weights=(40, 40, 19, 1))[0]

    def _made_up(self) -> str:
        return "".join(self._dice.choices(_SYLLABLES.split(), k=self._dice.randint(2, 5)))

    def _answer(self, topic: str, *, rare: bool) -> str:
        said = [
            f"A {topic} is what they mean.",
            "Zymurgy is another matter." if rare else "It is the sky that is blue.",
        ]
        words = self._dice.randint(_WORDS_AN_ANSWER // 2, _WORDS_AN_ANSWER * 3 // 2)
        while words > 0:
            said.append(self._dice.choice(self._sentences))
            words -= len(said[-1].split())
        self._dice.shuffle(said)
        return " ".join(said)

    def _answer_row(self, model: str, prompt: str, topic: str, now: str, *, rare: bool) -> dict[str, Any]:
        said = self._answer(topic, rare=rare)
        tokens = len(said.split())
        response = Response(
            contestant=self._contestants[model],
            rendered_prompt=f"<|im_start|>user\n{prompt}<|im_end|>\n<|im_start|>assistant\n",
            text=said,
            token_ids=tuple(range(1000, 1000 + tokens)),
            finish_reason=FinishReason.END_OF_ANSWER,
            prompt_tokens=30,
            cached_prompt_tokens=0,
            completion_tokens=tokens,
            dropped_turns=0,
            time_to_first_token_ms=80.0,
            tokens_per_second=60.0,
            prompt_tokens_per_second=400.0,
        )
        return {
            "id": new_id(), "contestant_id": self._ids[model], "seed": self._dice.randrange(2**31),
            "state": AnswerState.FINISHED, "writer": "", "engine": "llama.cpp", "problem": "", "begun_utc": now,
            "saved_utc": now, **answers.response_values(response),
        }  # fmt: skip


def _session(session_id: str, now: str) -> dict[str, Any]:
    return {
        "id": session_id, "title": "", "pinned": False, "created_utc": now, "updated_utc": now, "trashed_utc": None,
    }  # fmt: skip


def _vote_row(comparison_id: str, rater: int, choice: VoteChoice, now: str) -> dict[str, Any]:
    return {
        "id": new_id(), "comparison_id": comparison_id, "rater_id": rater, "aspect": "", "choice": choice,
        "shown_first": "a", "blind": False, "time_taken_ms": 4000, "cast_utc": now,
    }  # fmt: skip


def contestant_named(name: str) -> Contestant:
    """A contestant whose model has that name; one with "chat" in it is a chat model."""
    kind = Kind.CHAT if "chat" in name else Kind.BASE
    return Contestant(
        model=Model(
            name=name,
            path=f"/models/{name}.gguf",
            size_bytes=100_000_000,
            sha256="",
            verdict=KindVerdict(kind=kind, confidence=1.0),
            architecture="llama",
            quantization="Q4_K_M",
            parameters=100_000_000,
            context_tokens=4096,
            has_chat_template=kind is Kind.CHAT,
            tokenizer_sha256="",
        ),
        framing=Framing.CHAT if kind is Kind.CHAT else Framing.RAW,
    )

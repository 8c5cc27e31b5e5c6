"""A program that keeps comparisons and votes as the window does, and says what it was told to be kept.

Arguments: the history, how many comparisons, and its own name. Each vote that is kept is a line of JSON.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

from lab.errors import LabError
from lab.records import AnswerState, Comparison, KeptAnswer, Origin, VoteChoice
from lab.session.keeper import Keeper
from lab.stamps import as_text, new_id, utc_now
from lab.storage import Store, votes
from tests.unit.storage.samples import contestant, response

_CHOICES = (VoteChoice.A, VoteChoice.B, VoteChoice.TIE, VoteChoice.BOTH_BAD)


def answer_text(prompt: str) -> str:
    """What is answered to a prompt, in pieces of five letters."""
    return f"Here is what I know about it. {prompt} " * 20


def main(path: Path, count: int, name: str) -> None:
    """Keep comparisons one after the other, each as it streams, then complete, then with a vote."""
    troubles: list[LabError | None] = []
    with Store(path, busy_s=30) as store:
        keeper = Keeper(store, troubles.append)
        session_id = new_id()
        print(json.dumps({"session": session_id}), flush=True)
        for number in range(count):
            prompt = f"{name} {number}"
            comparison = _begun(session_id, prompt)
            answers = [answer for answer in (comparison.a, comparison.b) if answer]
            keeper.keep(comparison)
            text = answer_text(prompt)
            for start in range(0, len(text), 100):
                for answer in answers:
                    keeper.append(answer.id, text[start : start + 100])
            keeper.keep(replace(comparison, a=_finished(answers[0], text), b=_finished(answers[1], text)))
            choice = _CHOICES[number % 4]
            vote = store.write(votes.cast, comparison.id, choice).result()
            said = {"comparison": comparison.id, "vote": vote.id, "choice": choice, "prompt": prompt}
            print(json.dumps(said), flush=True)
    assert not [trouble for trouble in troubles if trouble], troubles


def _begun(session_id: str, prompt: str) -> Comparison:
    now = as_text(utc_now())
    answers = [
        KeptAnswer(
            id=new_id(),
            state=AnswerState.STREAMING,
            contestant=contestant(side),
            text="",
            response=None,
            engine="",
            problem="",
            begun_utc=now,
            saved_utc=now,
        )
        for side in "ab"
    ]
    return Comparison(
        id=new_id(),
        session_id=session_id,
        parent_id=None,
        origin=Origin.PROMPT,
        prompt=prompt,
        created_utc=now,
        trashed_utc=None,
        a=answers[0],
        b=answers[1],
    )


def _finished(answer: KeptAnswer, text: str) -> KeptAnswer:
    return replace(answer, state=AnswerState.FINISHED, text=text, response=response(text, of=answer.contestant))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])

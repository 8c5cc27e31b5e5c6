"""Puts the contestants and answers of a file into the history."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from sqlalchemy import insert, select, update

from lab.exchange.history_lines import answer_lines, contestant_line
from lab.exchange.incoming import contestant_of, details_of
from lab.exchange.lines import AnswerLine, ContestantLine, ResponsePart, encoded, plain
from lab.exchange.summary import Summary, What, Winner
from lab.records import AnswerState, Contestant
from lab.storage import answers, codec
from lab.storage.tables import AnswerRow, ContestantRow
from lab.storage.work import Work


class AnswersIn:
    """Takes lines, a batch at a time.

    Attributes:
        others: Answers whose text here is another than in the file.
    """

    def __init__(self, work: Work, summary: Summary) -> None:
        self.others: set[str] = set()
        self._work = work
        self._summary = summary
        self._here: dict[str, str] = {}
        """The id in the database by that in the file."""
        self._abroad: dict[str, str] = {}
        """The other way round, for all that were asked about."""
        self._completed: list[str] = []

    def put_contestants(self, lines: Sequence[tuple[int, ContestantLine]]) -> None:
        """Keep contestants, unless the same ones are kept already."""
        for _, line in lines:
            contestant = contestant_of(bytes(line.whole))
            self._here[line.id] = self._known(contestant) or answers.keep_contestant(self._work, contestant)

    def put(self, lines: Sequence[tuple[int, AnswerLine]]) -> None:
        """Keep answers, and complete those that were cut off here."""
        self._completed.clear()
        if not lines:
            return
        here = answer_lines(self._work, [line.id for _, line in lines])
        new = [_row(line, self._here[line.contestant]) for _, line in lines if line.id not in here]
        if new:
            self._work.db.execute(insert(AnswerRow), new)
        self._summary.added[What.ANSWER] += len(new)
        for number, line in lines:
            if line.id in here:
                self._meet(number, line, here[line.id])

    def shown_by_completed(self) -> list[str]:
        """The comparisons that show answers of the last batch that were completed."""
        return [shown for each in self._completed for shown in answers.comparisons_of(self._work, each)]

    def name_here(self, contestant_id: str) -> str:
        """The name in this history of a contestant of the file."""
        return self._here[contestant_id]

    def name_abroad(self, contestant_id: str) -> str:
        """The name in files of a contestant of this history."""
        if contestant_id not in self._abroad:
            whole = self._work.db.scalar(select(ContestantRow.whole).where(ContestantRow.id == contestant_id))
            assert whole is not None
            self._abroad[contestant_id] = contestant_line(codec.from_json(whole, Contestant)).id
        return self._abroad[contestant_id]

    def _known(self, contestant: Contestant) -> str | None:
        """The same contestant as it is kept here, with the path of its file on this computer."""
        wanted = contestant_line(contestant).id
        alike = select(ContestantRow.id).where(
            ContestantRow.model_name == codec.storable(contestant.model.name),
            ContestantRow.model_sha256 == contestant.model.sha256,
            ContestantRow.framing == contestant.framing,
        )
        ids = list(self._work.db.scalars(alike.order_by(ContestantRow.id)))
        return next((each for each in ids if self.name_abroad(each) == wanted), None)

    def _meet(self, number: int, line: AnswerLine, here: AnswerLine) -> None:
        same = self._compared(here, self.name_abroad(here.contestant))
        if same == self._compared(line, self.name_abroad(self._here[line.contestant])):
            self._summary.known[What.ANSWER] += 1
        elif line.state is AnswerState.PARTIAL and here.text.startswith(line.text):
            self._summary.known[What.ANSWER] += 1  # the file knows less of it
        elif here.state is AnswerState.PARTIAL and line.state is not AnswerState.PARTIAL and self._complete(line):
            self._summary.completed_answers += 1
        else:
            self._summary.disagree(What.ANSWER, line.id, number, Winner.HERE)
            if line.text != here.text:
                self.others.add(line.id)

    def _complete(self, line: AnswerLine) -> bool:
        """Put the whole answer in the place of what was cut off; not of one that a program is writing now."""
        cut_off = (AnswerRow.id == line.id) & (AnswerRow.state == AnswerState.PARTIAL)
        values = _row(line, self._here[line.contestant])
        done = self._work.db.execute(update(AnswerRow).where(cut_off).values(**values)).rowcount
        if done:
            self._completed.append(line.id)
        return bool(done)

    def _compared(self, line: AnswerLine, contestant: str) -> bytes:
        response = line.response
        if response is not None:
            response = msgspec.structs.replace(response, details=plain(_canonical(response)))
        return encoded(msgspec.structs.replace(line, contestant=contestant, response=response))


def _canonical(response: ResponsePart) -> bytes:
    """Token probabilities as this program writes them, however the file did."""
    return codec.to_json(details_of(bytes(response.details)))


def _row(line: AnswerLine, contestant_id: str) -> dict[str, object]:
    values: dict[str, object] = {
        name: getattr(line, name)
        for name in ("id", "seed", "state", "engine", "problem", "begun_utc", "saved_utc", "text")
    }
    response = line.response
    for name in ResponsePart.__struct_fields__:
        values[name] = getattr(response, name) if response is not None else None
    if response is not None:
        values["token_ids"] = list(response.token_ids)
        values["details"] = codec.packed(details_of(bytes(response.details)))
    return {**values, "contestant_id": contestant_id, "writer": ""}

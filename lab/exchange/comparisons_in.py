"""Puts the sessions and comparisons of a file into the history."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import insert, select, update

from lab.exchange.history_lines import comparison_lines, session_lines
from lab.exchange.incoming import refusal
from lab.exchange.lines import ComparisonLine, SessionLine
from lab.exchange.summary import Summary, What, Winner
from lab.language import tr
from lab.storage.tables import AnswerRow, ComparisonRow, ContestantRow, SessionRow, TagRow
from lab.storage.work import Work


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a comparison stands here."""

    session_id: str
    trashed_utc: str | None


class ComparisonsIn:
    """Takes lines, a batch at a time.

    Attributes:
        new: The ids of the comparisons that the last batch added or completed.
        others: Comparisons that are others here than in the file, so that votes on the one are none on the other.
    """

    def __init__(self, work: Work, summary: Summary, file: str) -> None:
        self.new: list[str] = []
        self.others: set[str] = set()
        self._work = work
        self._summary = summary
        self._file = file
        self._session: SessionLine | None = None

    def put_sessions(self, lines: Sequence[tuple[int, SessionLine]]) -> None:
        """Keep sessions."""
        self._sessions = [self._session] if self._session else []
        if not lines:
            return
        self._sessions += [line for _, line in lines]
        self._session = lines[-1][1]
        here = session_lines(self._work, [line.id for _, line in lines])
        new = [line for _, line in lines if line.id not in here]
        if new:
            rows = [
                {
                    "id": line.id,
                    "title": line.title,
                    "pinned": line.pinned,
                    "created_utc": line.created_utc,
                    "updated_utc": line.updated_utc,
                    "trashed_utc": None,
                }
                for line in new
            ]
            self._work.db.execute(insert(SessionRow), rows)
        tags = [{"session_id": line.id, "tag": tag} for line in new for tag in sorted(set(line.tags))]
        if tags:
            self._work.db.execute(insert(TagRow), tags)
        self._summary.added[What.SESSION] += len(new)
        for number, line in lines:
            if line.id in here:
                self._summary.known[What.SESSION] += 1
                if msgspec.structs.replace(line, updated_utc=here[line.id].updated_utc) != here[line.id]:
                    self._summary.disagree(What.SESSION, line.id, number, Winner.HERE)

    def put(self, lines: Sequence[tuple[int, ComparisonLine]], other_answers: Collection[str]) -> None:
        """Keep comparisons.

        Raises:
            BadImport: One goes on from what stands in another conversation here.
        """
        self.new = []
        if not lines:
            return
        here = {line.id: line for line in comparison_lines(self._work, ids=[line.id for _, line in lines]).values()}
        places = self._places({line.id for _, line in lines} | {line.parent_id for _, line in lines if line.parent_id})
        in_trash = self._trashed({line.session_id for _, line in lines})
        models = self._models({answer for _, line in lines for answer in (line.a, line.b) if answer})
        rows: list[dict[str, object]] = []
        for number, line in lines:
            if line.id in here:
                if self._lacks_only_answers(here[line.id], line):
                    self._complete(here[line.id], line, models)
                else:
                    self._meet(number, line, here[line.id])
            else:
                places[line.id] = self._place(number, line, places)
                rows.append(_row(line, places[line.id].trashed_utc, models))
            if not {line.a, line.b}.isdisjoint(other_answers):
                self.others.add(line.id)
            self._summary.in_trash += places[line.id].trashed_utc is not None or line.session_id in in_trash
        if rows:
            self._work.db.execute(insert(ComparisonRow), rows)
            self.new += [str(row["id"]) for row in rows]
            self._renew({str(row["session_id"]) for row in rows})
        self._summary.added[What.COMPARISON] += len(rows)

    def _lacks_only_answers(self, here: ComparisonLine, line: ComparisonLine) -> bool:
        """Whether it is a run's comparison that has fewer answers here than in the file, and is the same otherwise."""
        filled = msgspec.structs.replace(here, a=here.a or line.a, b=here.b or line.b)
        # Which answer came first, and when, is another on each computer that went on with the run.
        same = msgspec.structs.replace(filled, created_utc=line.created_utc) == line
        return line.in_run is not None and same and filled != here

    def _complete(self, here: ComparisonLine, line: ComparisonLine, models: dict[str, str]) -> None:
        values: dict[str, object] = {}
        if here.a is None and line.a is not None:
            values |= {"answer_a_id": line.a, "model_a": models[line.a]}
        if here.b is None and line.b is not None:
            values |= {"answer_b_id": line.b, "model_b": models[line.b]}
        self._work.db.execute(update(ComparisonRow).where(ComparisonRow.id == line.id).values(**values))
        self.new.append(line.id)
        self._summary.completed_answers += len(values) // 2

    def _meet(self, number: int, line: ComparisonLine, here: ComparisonLine) -> None:
        self._summary.known[What.COMPARISON] += 1
        if line != here:
            self._summary.disagree(What.COMPARISON, line.id, number, Winner.HERE)
            if (line.prompt, line.a, line.b) != (here.prompt, here.a, here.b):
                self.others.add(line.id)

    def _place(self, number: int, line: ComparisonLine, places: dict[str, _Place]) -> _Place:
        """Where a new comparison comes to stand."""
        if line.parent_id is None:
            return _Place(line.session_id, None)
        parent = places.get(line.parent_id)
        if parent is None or parent.session_id != line.session_id:
            what = tr("what it goes on from stands in another session here - at `$.parent_id`.")
            raise refusal(self._file, number, what)
        return parent

    def _places(self, comparison_ids: set[str]) -> dict[str, _Place]:
        columns = select(ComparisonRow.id, ComparisonRow.session_id, ComparisonRow.trashed_utc)
        rows = self._work.db.execute(columns.where(ComparisonRow.id.in_(comparison_ids)))
        return {row.id: _Place(row.session_id, row.trashed_utc) for row in rows}

    def _trashed(self, session_ids: set[str]) -> set[str]:
        trashed = SessionRow.id.in_(session_ids) & SessionRow.trashed_utc.is_not(None)
        return set(self._work.db.scalars(select(SessionRow.id).where(trashed)))

    def _models(self, answer_ids: set[str]) -> dict[str, str]:
        """The name of each answer's model, as it is said again beside the comparison."""
        names = select(AnswerRow.id, ContestantRow.model_name).join(
            ContestantRow, ContestantRow.id == AnswerRow.contestant_id
        )
        return {row.id: row.model_name for row in self._work.db.execute(names.where(AnswerRow.id.in_(answer_ids)))}

    def _renew(self, session_ids: set[str]) -> None:
        """Sessions that got more are as new as the newer of both."""
        for line in self._sessions:
            if line.id in session_ids:
                older = (SessionRow.id == line.id) & (SessionRow.updated_utc < line.updated_utc)
                self._work.db.execute(update(SessionRow).where(older).values(updated_utc=line.updated_utc))


def _row(line: ComparisonLine, trashed_utc: str | None, models: dict[str, str]) -> dict[str, object]:
    return {
        "id": line.id,
        "session_id": line.session_id,
        "parent_id": line.parent_id,
        "origin": line.origin,
        "prompt": line.prompt,
        "created_utc": line.created_utc,
        "trashed_utc": trashed_utc,
        "answer_a_id": line.a,
        "answer_b_id": line.b,
        "model_a": models[line.a] if line.a else "",
        "model_b": models[line.b] if line.b else "",
        "run_id": line.in_run.run_id if line.in_run else None,
        "suite_id": line.in_run.suite_id if line.in_run else "",
        "item_id": line.in_run.item_id if line.in_run else "",
        "sample": line.in_run.sample if line.in_run else None,
    }

"""Puts the runs of a file into the history."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec
from sqlalchemy import insert, select, update

from lab.exchange.history_lines import run_lines
from lab.exchange.incoming import refusal
from lab.exchange.lines import RunLine
from lab.exchange.summary import Summary, What, Winner
from lab.language import tr
from lab.records import RunState
from lab.storage import codec
from lab.storage.tables import RunRow
from lab.storage.work import Work


class RunsIn:
    """Takes lines, a batch at a time.

    Args:
        work: The transaction.
        summary: What is told of it.
        file: Its name, for messages.
        here: Gives a contestant's name in this history by that in the file.
        abroad: The other way round.
    """

    def __init__(
        self, work: Work, summary: Summary, file: str, here: Callable[[str], str], abroad: Callable[[str], str]
    ) -> None:
        self._work = work
        self._summary = summary
        self._file = file
        self._here = here
        self._abroad = abroad

    def put(self, lines: Sequence[tuple[int, RunLine]]) -> None:
        """Keep runs. One that is finished in the file is finished here too.

        Raises:
            BadImport: The conversation of one holds another run here.
        """
        known = {line.id: line for line in run_lines(self._work, ids=[line.id for _, line in lines]).values()}
        for number, line in lines:
            if line.id in known:
                self._meet(number, line, known[line.id])
                continue
            of_session = select(RunRow.id).where(RunRow.session_id == line.session_id)
            if self._work.db.scalar(of_session) is not None:
                raise refusal(self._file, number, tr("its session holds another run here - at `$.session_id`."))
            self._work.db.execute(insert(RunRow).values(**self._row(line)))
            self._summary.added[What.RUN] += 1

    def _meet(self, number: int, line: RunLine, here: RunLine) -> None:
        theirs = msgspec.structs.replace(
            line,
            a=self._abroad(self._here(line.a)),
            b=self._abroad(self._here(line.b)),
            state=here.state,
            updated_utc=here.updated_utc,
        )
        if theirs != msgspec.structs.replace(here, a=self._abroad(here.a), b=self._abroad(here.b)):
            self._summary.disagree(What.RUN, line.id, number, Winner.HERE)
            return
        self._summary.known[What.RUN] += 1
        if line.state is RunState.FINISHED:
            stopped = (RunRow.id == line.id) & (RunRow.state == RunState.STOPPED)
            self._work.db.execute(
                update(RunRow).where(stopped).values(state=RunState.FINISHED, updated_utc=line.updated_utc)
            )

    def _row(self, line: RunLine) -> dict[str, object]:
        names = ("id", "session_id", "suite_id", "suite_title", "suite", "suite_sha256", "samples", "state")
        return {
            **{name: getattr(line, name) for name in names},
            "contestant_a_id": self._here(line.a),
            "contestant_b_id": self._here(line.b),
            "settings": codec.to_json(line.settings).decode(),
            "writer": "",
            "created_utc": line.created_utc,
            "updated_utc": line.updated_utc,
        }

"""What voting asks of the history and of the models' files; an answer comes to the window's thread, if still wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

from lab.errors import LabError
from lab.records import Comparison, KeptRun, Vote
from lab.session.names_in_files import NamesInFiles, names_in_files
from ui.compare.opinions import Opinions
from ui.compare.said import Said, what_was_said
from ui.deliveries import Deliveries

if TYPE_CHECKING:  # the database is imported late: the window opens before its history
    from lab.runs.plan import RunPlan
    from lab.storage import Store
    from lab.storage.work import Work
    from lab.voting.summary import VotingSummary
    from lab.voting.voting import Found

T = TypeVar("T")
Fail = Callable[[LabError], Any]
_Pair = tuple[Sequence[Comparison], Said, Sequence[Vote]]


class VotingAsking(QObject):
    """Asks, and passes on what is answered to the last of its questions of a kind.

    Args:
        store: Gives the history; None while there is none.
        opinions: Is told which history it is.
        parent: Owns it.
    """

    def __init__(self, store: Callable[[], Store | None], opinions: Opinions, parent: QObject) -> None:
        super().__init__(parent)
        self._store_now, self._opinions = store, opinions
        self._closed = False
        self._attached: Store | None = None
        self._asked: dict[str, int] = {}
        self._ahead: tuple[tuple[str, str], Future[_Pair]] | None = None
        """A comparison and a rater, and what is read of them before it is wanted."""
        self._deliveries = Deliveries(self)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="names")

    @property
    def store(self) -> Store | None:
        """The history as it is now."""
        store = None if self._closed else self._store_now()
        if store is not None and store is not self._attached:
            self._attached = store
            self._opinions.attach(store)
        return store

    @property
    def writable(self) -> bool:
        """Votes can be kept."""
        store = self.store
        return store is not None and store.writable

    def names(self, run: KeptRun, take: Callable[[NamesInFiles], Any]) -> None:
        """What the files of a run's models call them."""
        future = self._worker.submit(names_in_files, (run.a.model, run.b.model))
        self._deliveries.when_done(future, take)

    def run(self, run_id: str, rater: str, take: Callable[[Found], Any], fail: Fail, *, blind: bool) -> None:
        """Where a rater stands in a run."""
        from lab.voting import voting

        self._read("run", take, fail, voting.read, run_id, rater, blind=blind)

    def news(self, found: Found, take: Callable[[Found | None], Any]) -> None:
        """What of a run can be voted on by now; what can't be read is asked again in a moment."""
        from lab.voting import voting

        self._read("news", take, lambda _error: None, voting.read_news, found)

    def pair(self, comparison_id: str, rater: str, take: Callable[[_Pair], Any], fail: Fail) -> None:
        """A comparison with the turns before it, oldest first, what a rater has said about it, and all that counts."""
        ahead, self._ahead = self._ahead, None
        if ahead is not None and ahead[0] == (comparison_id, rater):
            self._pass_on("shown", ahead[1], take, fail)
        else:
            self._read("shown", take, fail, _pair, comparison_id, rater)

    def pair_ahead(self, comparison_id: str, rater: str) -> None:
        """Read the pair that is likely to be next: after a vote it would have to wait until the disk has that."""
        if self.store is not None:
            self._ahead = (comparison_id, rater), self.store.read(_pair, comparison_id, rater)

    def show_nothing(self) -> None:
        """Whatever is to be shown and has not come yet is not wanted any more."""
        self._asked["shown"] = self._asked.get("shown", 0) + 1

    def summary(self, plan: RunPlan, rater: str, take: Callable[[VotingSummary], Any], fail: Fail) -> None:
        """What came of a rater's votes; shown in the place of a pair, so it is asked instead of one."""
        from lab.voting import summary

        self._read("shown", take, fail, summary.read_summary, plan, rater)

    def close_down(self) -> None:
        """End the thread; nobody waits for a file that it is reading. What is delivered late asks nothing more."""
        self._closed = True
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _read(
        self, kind: str, take: Callable[[T], Any], fail: Fail, action: Callable[..., T], *about: Any, **more: Any
    ) -> None:
        store = self.store
        if store is not None:
            self._pass_on(kind, store.read(action, *about, **more), take, fail)

    def _pass_on(self, kind: str, future: Future[T], take: Callable[[T], Any], fail: Fail) -> None:
        number = self._asked[kind] = self._asked.get(kind, 0) + 1

        def if_wanted(then: Callable[[Any], Any]) -> Callable[[Any], None]:
            return lambda answer: then(answer) if number == self._asked[kind] else None

        self._deliveries.when_done(future, if_wanted(take), if_wanted(fail))


def _pair(work: Work, comparison_id: str, rater: str) -> _Pair:
    from lab.storage import comparisons, votes

    counting = votes.that_count(votes.history(work, comparison_id))
    return comparisons.path(work, comparison_id), what_was_said(work, comparison_id, rater), counting

"""Who plays the two sides: choosing models and framings, getting them ready, starting them again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lab.errors import LabError
from lab.generation.schedule import Decision
from lab.language import tr
from lab.preferences import PreferencesFile
from lab.records import Comparison, Framing, Model, Schedule, Side
from lab.session.pairing import Pairing, other_side
from lab.session.session import Session
from lab.session.tree import answer_of
from ui.compare.display import Display
from ui.compare.loading import Loading
from ui.compare.page import ComparePage


class Players(QObject):
    """The models of both sides.

    While a prompt is being answered the models stay as they are; what is wanted then is done as soon as it is over.

    Args:
        page: Where they are shown.
        pairing: Who plays which side.
        loading: Looks at the files.
        session: Whose workers they are.
        display: Shows how they run.
        preferences: The user's wishes.
        parent: Owns it.

    Attributes:
        pairing: Who plays which side.

    Signals:
        trouble(LabError): Something that concerns the whole window.
        shown(): Who plays may be others now.
    """

    trouble = Signal(object)
    shown = Signal()

    def __init__(
        self,
        page: ComparePage,
        pairing: Pairing,
        loading: Loading,
        session: Session,
        display: Display,
        preferences: PreferencesFile,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.pairing = pairing
        self._page, self._loading, self._session = page, loading, session
        self._display, self._preferences = display, preferences
        self._refusal: LabError | None = None
        self._looking = False
        self._when_looked: Callable[[], None] | None = None
        self._put_off: list[Callable[[], None]] = []
        for side, pane in page.panes.items():
            pane.head.model_chosen.connect(partial(self.choose_model, side))
            pane.head.framing_chosen.connect(partial(self.choose_framing, side))
            pane.head.unload_asked.connect(partial(self.unload, side))
            pane.start_again.connect(partial(self.start_again, side))
        page.header.schedule_chosen.connect(self._choose_schedule)
        loading.checked.connect(self._model_is_right)
        loading.failed.connect(lambda side, error: page.panes[side].say_trouble(error, can_start_again=True))
        loading.decided.connect(self._take_decision)
        loading.refused.connect(self._take_refusal)
        loading.done.connect(self._looked)

    @property
    def ready(self) -> bool:
        """False while it is not known yet, or no more, how the two can run; ``look_again`` finds out."""
        return not self._looking and self._refusal is None

    def show(self) -> None:
        """Show the sides as they are set, and load their models."""
        if self._is_put_off(self.show):
            return
        self._display.scripted = self.pairing.scripted
        for side, pane in self._page.panes.items():
            pane.head.set_models(self.pairing.models)
            pane.show_model(self.pairing.model(side), self.pairing.framing(side))
        self._page.header.show_schedule(self._preferences.value.schedule)
        self._display.show_current()
        for side, name in self.pairing.gone.items():
            self._say_gone(side, name)
        self.prepare()
        self.shown.emit()

    def seat(self, *, swapped: bool) -> None:
        """Let the two stand as the user chose them, or the other way round; their models go with them as they are.

        Only while nobody answers.
        """
        if not self.pairing.seat(swapped=swapped):
            return
        self._session.exchange()
        states = {other_side(side): pane.load_state for side, pane in self._page.panes.items()}
        self.show()
        for side, state in states.items():
            self._page.panes[side].set_load_state(state)

    def refresh(self) -> None:
        """Offer what is in the library now."""
        if self._is_put_off(self.refresh):
            return
        try:
            self.pairing.refresh()
        except LabError as error:
            self.trouble.emit(error)
        self.show()

    def prepare(self) -> None:
        """Get the chosen models ready in the background."""
        if self._is_put_off(self.prepare):
            return
        models = {side: model for side in Side if (model := self.pairing.model(side))}
        kept = self._preferences.value
        self._looking = True
        self._loading.prepare(models, kept.schedule, kept.context_tokens)

    def look_again(self, then: Callable[[], None]) -> None:
        """Find out how the two can run, and go on if they can. If not, the user is told why."""
        self._when_looked = then
        if not self._looking:
            self.prepare()

    def settle(self) -> None:
        """A prompt has been answered: do what was put off."""
        todo, self._put_off = self._put_off, []
        for action in todo:
            action()

    def use(self, side: Side, model: Model) -> None:
        """Let a model of the library be the user's A or B; while a prompt is answered, as soon as that is over."""
        if not self._is_put_off(partial(self.use, side, model)):
            self.choose_model(self.pairing.place_of(side), model)
            self.refresh()

    def choose_model(self, side: Side, model: Model) -> None:
        """Let another model play a side."""
        if self._session.busy:
            return
        self._put_in(side, model, None)
        self._display.show_facts()
        self.prepare()
        self.shown.emit()

    def choose_framing(self, side: Side, framing: Framing) -> None:
        """Ask a side in another way from the next prompt on."""
        if not self._session.busy:
            self.pairing.choose_framing(side, framing)
            self._page.panes[side].show_model(self.pairing.model(side), framing)

    def adopt(self, comparison: Comparison | None) -> None:
        """Let those play who answered here, as far as they are still there."""
        self.seat(swapped=comparison is not None and self._stood_swapped(comparison))
        changed = False
        for side in Side:
            answer = answer_of(comparison, side) if comparison else None
            model = self.pairing.find(answer.contestant.model) if answer else None
            if answer is None or model is None:
                continue
            before = self.pairing.model(side)
            if before is None or before.path != model.path or self.pairing.framing(side) != answer.contestant.framing:
                self._put_in(side, model, answer.contestant.framing)
                changed = True
        if changed:
            self.prepare()

    def _stood_swapped(self, comparison: Comparison) -> bool:
        """True if those whom the user has chosen now answered here with places changed, as in a blind conversation."""
        choices = self.pairing.choices
        now = {side: (model.path, self.pairing.framing(self.pairing.place_of(side))) for side, model in choices.items()}
        then = {}
        for side in Side:
            answer = answer_of(comparison, side)
            model = self.pairing.find(answer.contestant.model) if answer else None
            if answer is not None and model is not None:
                then[side] = (model.path, answer.contestant.framing)
        crossed = {other_side(side): who for side, who in then.items()}
        return len(then) == len(Side) and crossed == now and then != now

    def unload(self, side: Side) -> None:
        """Give a side's memory back; the next prompt loads its model again."""
        if not self._session.busy:
            self._session.unload(side)
            self._page.panes[side].say_unloaded()

    def start_again(self, side: Side) -> None:
        """Load a model once more that has crashed, or could not be loaded."""
        contestant = self.pairing.contestant(side)
        if contestant is None or side in self._session.answering:
            return
        if not Path(contestant.model.path).is_file():
            self.prepare()  # which says so
        elif not self._session.busy or not self._display.decision.one_loaded_at_a_time:
            self._page.panes[side].clear_trouble()
            self._session.start_again(side, contestant)
        else:
            self._put_off.append(partial(self.start_again, side))

    def _put_in(self, side: Side, model: Model, framing: Framing | None) -> None:
        before = self.pairing.model(side)
        self.pairing.choose(side, model)
        if framing is not None:
            self.pairing.choose_framing(side, framing)
        if before is not None and before.path != model.path:
            # At once: what the old one still says must not be taken for a word of the new one.
            self._session.unload(side)
        self._display.scripted = self.pairing.scripted
        self._page.panes[side].show_model(model, self.pairing.framing(side))

    def _is_put_off(self, action: Callable[[], None]) -> bool:
        if self._session.busy and action not in self._put_off:
            self._put_off.append(action)
        return self._session.busy

    def _choose_schedule(self, schedule: Schedule) -> None:
        self._preferences.change(schedule=schedule)
        self._page.header.show_schedule(schedule)
        self.prepare()

    def _say_gone(self, side: Side, name: str) -> None:
        now = self.pairing.model(side)
        if now is not None:
            said = (
                tr("{name} is not there any more, so {now} takes its place.", name=name, now=now.name)
                if self._display.blindfold.hidden
                else tr(
                    "{name} is not there any more, so {now} is side {side} now.",
                    name=name,
                    now=now.name,
                    side=side.upper(),
                )
            )
            self.trouble.emit(LabError(said, tr("Choose another?")))

    def _model_is_right(self, side: Side, model: Model) -> None:
        before = self.pairing.model(side)
        if before is not None and before.sha256 and before.sha256 != model.sha256:
            hint = tr("From now on it answers as it is now; what it said before stays as it was.")
            self.trouble.emit(LabError(tr("The file of {model} is not the one it was.", model=model.name), hint))
        self.pairing.replace_model(side, model)
        self._page.panes[side].show_model(model, self.pairing.framing(side))
        if self._session.busy:
            return
        contestant = self.pairing.contestant(side)
        may_load = side is Side.A or not self._display.decision.one_loaded_at_a_time
        if contestant and may_load and self._refusal is None and not self._session.has_crashed_often(contestant):
            self._session.preload(side, contestant)

    def _take_decision(self, decision: Decision) -> None:
        self._display.decision, self._refusal = decision, None
        self._display.show_facts()

    def _take_refusal(self, error: LabError) -> None:
        self._refusal = error
        self.trouble.emit(self._display.blindfold.refusal(error))

    def _looked(self) -> None:
        self._looking = False
        then, self._when_looked = self._when_looked, None
        if then is not None and self._refusal is None:
            then()

"""Letters that are typed in one go are undone in one go."""

from __future__ import annotations

from lab.suites.draft import Draft
from ui.suites.editor_undo import Step, Undoing


class Clock:
    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def step(title: str, place: int | None = None) -> Step:
    return Step(draft=Draft(head={"title": title}), place=place)


def typed(undoing: Undoing, *titles: str, field: str = "title") -> None:
    for title in titles:
        undoing.do(step(title), field)


def test_typing_without_a_pause_is_one_step() -> None:
    undoing = Undoing(step(""), Clock())
    typed(undoing, "a", "ab", "abc")
    undoing.undo()
    assert undoing.now == step("")
    assert not undoing.can_undo
    undoing.redo()
    assert undoing.now == step("abc")


def test_a_pause_another_field_another_prompt_and_an_undo_begin_a_new_step() -> None:
    clock = Clock()
    undoing = Undoing(step(""), clock)
    typed(undoing, "a")
    clock.now_s = 5
    typed(undoing, "ab")
    typed(undoing, "abc", field="shows")
    undoing.show(None)
    typed(undoing, "abcd", field="shows")
    undoing.undo()
    typed(undoing, "abcx", field="shows")
    seen = []
    while undoing.can_undo:
        undoing.undo()
        seen.append(undoing.now.draft.head["title"])
    assert seen == ["abc", "ab", "a", ""]


def test_what_was_undone_is_forgotten_when_something_else_is_done() -> None:
    undoing = Undoing(step(""), Clock())
    undoing.do(step("a"))
    undoing.undo()
    undoing.do(step("b"))
    assert not undoing.can_redo
    undoing.undo()
    assert undoing.now == step("")


def test_only_so_many_steps_are_kept_and_those_are_the_last() -> None:
    undoing = Undoing(step("0"), Clock())
    for number in range(1, 700):
        undoing.do(step(str(number)))
    steps = 0
    while undoing.can_undo:
        undoing.undo()
        steps += 1
    assert steps == 500
    assert undoing.now == step("199")

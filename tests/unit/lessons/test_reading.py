"""A lesson that is not as it must be is refused in a sentence that names file, line and field."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.lessons import reading
from lab.lessons.faults import BadLesson
from lab.lessons.lesson import MOST_STEPS, Ballot, Matter, Predict, Question, Reveal, Role, Run
from lab.lessons.reading import parse_lesson, read_lesson
from lab.records import Framing

WHOLE = """# Mine

```lesson
id = "mine"
shows = "Something."
```

## Read

Some *text*.

### A smaller heading is text

## Guess

```predict
ask = "What will happen?"
choices = ["This", "That"]
```

## Try

Before.

```run
prompts = ["Say hello."]
a = { model = "base", framing = "qa" }
b = { model = "chat", system_prompt = "You are a pirate." }
blind = true
```

After.

## Vote

```vote
ask = "Which?"
about = "correct"
```

## Look

```reveal
```

## Think

```question
ask = "Why?"

[[choices]]
says = "So"
why = "Because."
right = true

[[choices]]
says = "Or so"
why = "No."
```
"""


def refused(text: str | bytes) -> str:
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(BadLesson) as caught:
        parse_lesson(data, "mine.md")
    return caught.value.message


def changed(old: str, new: str) -> str:
    assert old in WHOLE
    return WHOLE.replace(old, new, 1)


def line_of(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.split("\n"), 1) if words in line)


def test_a_lesson_is_read_step_by_step() -> None:
    lesson = parse_lesson(WHOLE.encode(), "mine.md")
    assert (lesson.title, lesson.id, lesson.head.minutes) == ("Mine", "mine", 10)
    assert [step.title for step in lesson.steps] == ["Read", "Guess", "Try", "Vote", "Look", "Think"]
    kinds = [type(step.act) for step in lesson.steps]
    assert kinds == [type(None), Predict, Run, Ballot, Reveal, Question]
    assert lesson.steps[0].before == "Some *text*.\n\n### A smaller heading is text"


def test_what_stands_around_a_block_is_kept_apart() -> None:
    step = parse_lesson(WHOLE.encode(), "mine.md").steps[2]
    assert (step.before, step.after) == ("Before.", "After.")
    assert isinstance(step.act, Run)
    assert (step.act.a.model, step.act.a.framing, step.act.b.framing) == (Role.BASE, Framing.QA, None)
    assert step.act.b.system_prompt == "You are a pirate."
    assert step.act.blind


def test_a_step_knows_the_line_of_its_heading_and_its_run() -> None:
    lesson = parse_lesson(WHOLE.encode(), "mine.md")
    assert lesson.steps[3].line == line_of(WHOLE, "## Vote")
    assert [lesson.run_before(place) for place in range(6)] == [None, None, 2, 2, 2, 2]
    assert lesson.predictions_before(4) == (1,)


def test_what_one_votes_on_can_be_chosen() -> None:
    act = parse_lesson(WHOLE.encode(), "mine.md").steps[3].act
    assert isinstance(act, Ballot)
    assert act.about is Matter.CORRECT


def test_lines_may_end_as_on_any_system() -> None:
    unix = parse_lesson(WHOLE.encode(), "mine.md")
    assert parse_lesson(WHOLE.replace("\n", "\r\n").encode(), "mine.md") == unix
    assert parse_lesson(WHOLE.replace("\n", "\r").encode(), "mine.md") == unix
    assert parse_lesson(b"\xef\xbb\xbf" + WHOLE.encode(), "mine.md") == unix


def test_a_block_of_another_kind_is_text() -> None:
    code = changed("Some *text*.", "Some code:\n\n```python\nprint('## no heading')\n```")
    assert "print" in parse_lesson(code.encode(), "mine.md").steps[0].before


def test_a_block_in_a_quotation_is_text() -> None:
    quoted = changed("Some *text*.", "> ```run\n> nonsense\n> ```")
    assert parse_lesson(quoted.encode(), "mine.md").steps[0].act is None


FAULTS = [
    ('ask = "What will happen?"', 'aks = "What will happen?"', "aks = ", "predict: there is no field `aks`"),
    ('choices = ["This", "That"]', 'choices = ["This", 5]', "choices = [", "choices[1]: it should be text"),
    ('choices = ["This", "That"]', "choices = []", "choices = []", "choices"),
    ('choices = ["This", "That"]', 'choices = ["This", "That"', "ask =", "is not TOML"),
    ('ask = "What will happen?"\n', "", "```predict", "predict: the field `ask` is missing"),
    ('model = "base"', 'model = "bass"', "bass", "run, a.model: there is no 'bass' to choose"),
    ('framing = "qa"', 'framing = "naked"', "naked", "run, a.framing: there is no 'naked' to choose"),
    ('prompts = ["Say hello."]', "prompts = []", "```run", "run: there is nothing to ask"),
    ('prompts = ["Say hello."]', 'suite = "first-meeting"', "```run", "run: `suite` and `items` belong together"),
    ('prompts = ["Say hello."]', "prompts = [" + '"x",' * 13 + "]", "prompts", "run, prompts: there are more than 12"),
    ("blind = true", 'blind = "yes"', "blind", "run, blind: it should be true or false, not text"),
    ("blind = true", "max_tokens = 100000", "max_tokens", "run, max_tokens: it should be 1,000 or less"),
    ('about = "correct"', 'about = "nice"', "nice", "vote, about: there is no 'nice' to choose"),
    ("right = true\n", "", "```question", "question: none of the choices is right"),
    ('why = "No."', 'wy = "No."', "wy =", "there is no field `wy`"),
    ('id = "mine"', 'id = "My Lesson"', "id =", "lesson, id: an id is made of small letters"),
    ('shows = "Something."\n', "", "```lesson", "lesson: the field `shows` is missing"),
    ("## Vote", "##", "##", "the heading has no words"),
    ("## Vote", "# Vote", "# Vote", "there is a second title"),
    ("Some *text*.\n\n### A smaller heading is text\n", "", "## Read", "there is nothing in this step"),
    ("After.", '```vote\nask = "x"\n```', '```vote\nask = "x"', "a step does one thing"),
    ("After.", '```lesson\nid = "x"\n```', "x", "a step does one thing"),
]


@pytest.mark.parametrize(("old", "new", "line", "said"), FAULTS, ids=[fault[3][:40] for fault in FAULTS])
def test_a_fault_is_named_with_its_field(old: str, new: str, line: str, said: str) -> None:
    assert said in refused(changed(old, new))


@pytest.mark.parametrize(("old", "new", "line", "said"), FAULTS[4:17], ids=[fault[3][:40] for fault in FAULTS[4:17]])
def test_a_fault_is_named_with_its_line(old: str, new: str, line: str, said: str) -> None:
    text = changed(old, new)
    assert refused(text).startswith(f"mine.md, line {line_of(text, line)}: ")


def test_a_vote_needs_a_run_before_it() -> None:
    early = '# A\n\n```lesson\nid = "a"\nshows = "b"\n```\n\n## V\n\n```vote\nask = "Which?"\n```\n'
    assert refused(early) == "mine.md, line 8: there is no run before this step, so there are no answers yet."


def test_a_lesson_without_title_head_or_steps_is_refused() -> None:
    assert "line 1: a lesson begins with its title" in refused("Hello.")
    assert "line 1: a lesson begins with its title" in refused("")
    assert "line 1: a lesson begins with its title" in refused("## Step\n\ntext")
    assert "under the title stands one block ```lesson" in refused("# A\n\n## B\n\ntext")
    assert "there are no steps" in refused('# A\n\n```lesson\nid = "a"\nshows = "b"\n```\n')


def test_a_lesson_has_its_limits() -> None:
    head = '# A\n\n```lesson\nid = "a"\nshows = "b"\n```\n'
    most = head + "".join(f"\n## {number}\n\ntext\n" for number in range(MOST_STEPS))
    assert len(parse_lesson(most.encode(), "mine.md").steps) == MOST_STEPS
    assert f"there are more than {MOST_STEPS} steps" in refused(most + "\n## One more\n\ntext\n")
    assert "larger than" in refused(b"x" * (reading.MOST_BYTES + 1))


HOSTILE = {
    "not UTF-8": b"# A\n\xff\xfe",
    "dots without end": ("# A\n```lesson\n" + "a." * 5000 + "a = 1\n```\n## B\ntext").encode(),
    "nested lists of TOML": ("# A\n```lesson\na = " + "[" * 5000 + "\n```\n## B\ntext").encode(),
    "nested quotations": b"# A\n" + b">" * 100_000,
    "nested lists": b"# A\n" + b"- " * 100_000,
    "many headings": b"# A\n" * 60_000,
    "long heading": b"# " + b"A" * 200_000,
    "a long number": b"# A\n```lesson\nid = " + b"9" * 10_000 + b"\n```\n## B\ntext",
    "brackets": b"# A\n" + b"[" * 200_000,
    "open fence": b"# A\n```lesson\nid = 'a'",
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_refused_soon(data: bytes) -> None:
    assert refused(data).startswith("mine.md")


@given(st.binary(max_size=300) | st.text(st.characters(codec="utf-8"), max_size=300).map(str.encode))
def test_any_bytes_are_a_lesson_or_refused(data: bytes) -> None:
    try:
        lesson = parse_lesson(data, "any.md")
    except BadLesson as error:
        named = error.message
    else:
        named = f"any.md {lesson.steps[0].title}"
    assert named.startswith("any.md")


_PIECES = st.sampled_from([line + "\n" for line in dict.fromkeys(WHOLE.split("\n"))])


@given(st.lists(_PIECES | st.text(st.characters(codec="utf-8"), max_size=12), max_size=40).map("".join))
def test_pieces_of_a_lesson_in_any_order_are_a_lesson_or_refused(text: str) -> None:
    try:
        lesson = parse_lesson(text.encode(), "any.md")
    except BadLesson:
        return
    for place, step in enumerate(lesson.steps):
        if isinstance(step.act, Ballot | Reveal):
            assert lesson.run_before(place) is not None


@given(st.integers(0, WHOLE.count("\n")), st.text(st.characters(codec="utf-8"), max_size=20))
def test_a_lesson_with_one_other_line_is_a_lesson_or_refused_with_a_line(number: int, new: str) -> None:
    lines = WHOLE.split("\n")
    lines[number] = new
    said = "mine.md, line 1"
    try:
        parse_lesson("\n".join(lines).encode(), "mine.md")
    except BadLesson as error:
        said = error.message
    assert said.startswith("mine.md, line ")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadLesson, match="There is no file"):
        read_lesson(tmp_path / "no.md")

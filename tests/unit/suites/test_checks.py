"""What the checks say of answers: passed, failed or cannot tell, always with a sentence, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.records import FinishReason
from lab.suites.checks import kinds
from lab.suites.checks.kinds import AnyCheck, Shape
from lab.suites.checks.registry import describe, run_check
from lab.suites.checks.result import READ_CHARACTERS, Answer, CheckResult, Verdict

ENDED = FinishReason.END_OF_ANSWER
YES, NO, OPEN = Verdict.PASSED, Verdict.FAILED, Verdict.CANNOT_TELL


def checked(check: AnyCheck, text: str, reason: FinishReason | None = ENDED) -> CheckResult:
    return run_check(check, Answer(text=text, finish_reason=reason))


@pytest.mark.parametrize(
    ("reason", "verdict"),
    [
        (FinishReason.END_OF_ANSWER, YES),
        (FinishReason.LENGTH_LIMIT, NO),
        (FinishReason.CONTEXT_FULL, NO),
        (FinishReason.STOP_TEXT, NO),
        (FinishReason.CANCELLED, OPEN),
        (None, OPEN),
    ],
)
def test_stopping_by_itself_is_told_by_how_the_answer_ended(reason: FinishReason | None, verdict: Verdict) -> None:
    assert checked(kinds.StopsByItself(), "Hello", reason).verdict is verdict


@pytest.mark.parametrize(
    ("check", "text", "reason", "verdict"),
    [
        (kinds.Sentences(most=1), "The heart pumps blood.", ENDED, YES),
        (kinds.Sentences(most=1), "It pumps. It never rests.", ENDED, NO),
        (kinds.Sentences(most=1), "It pumps. It never rests.", FinishReason.LENGTH_LIMIT, NO),
        (kinds.Sentences(most=2), "It pumps. It never", FinishReason.LENGTH_LIMIT, OPEN),
        (kinds.Sentences(most=3, least=3), "One. Two.", ENDED, NO),
        (kinds.Sentences(most=1), "", ENDED, NO),
        (kinds.Sentences(most=1), "太陽は東から昇る。", ENDED, OPEN),
        (kinds.Words(most=3), "one two three", ENDED, YES),
        (kinds.Words(most=3), "one two three four", ENDED, NO),
        (kinds.Words(most=3), "one two", FinishReason.CANCELLED, OPEN),
        (kinds.Words(most=3), "don't well-known", ENDED, YES),
        (kinds.Words(most=5, least=0), "", ENDED, YES),
    ],
)
def test_size_is_counted_and_an_answer_that_was_cut_off_is_left_open(
    check: AnyCheck, text: str, reason: FinishReason, verdict: Verdict
) -> None:
    assert checked(check, text, reason).verdict is verdict


@pytest.mark.parametrize(
    ("text", "count", "verdict"),
    [
        ("- a\n- b\n- c", 3, YES),
        ("1. a\n2. b\n3. c", 3, YES),
        ("1) a\n2) b", 2, YES),
        ("* a\n* b", 3, NO),
        ("Apple\nPear\nPlum", 3, YES),
        ("Apple\n\nPear\n\nPlum\n", 3, YES),
        ("Here are three fruits:\n- Apple\n- Pear\n- Plum", 3, YES),
        ("Three fruits:\nApple\nPear\nPlum", 3, YES),
        ("Apple, pear and plum", 3, NO),
        ("", 1, NO),
    ],
)
def test_a_list_is_counted_in_all_its_dresses(text: str, count: int, verdict: Verdict) -> None:
    assert checked(kinds.ListOf(count=count), text).verdict is verdict


def test_a_list_that_was_cut_off_may_have_gone_on() -> None:
    cut_off = FinishReason.LENGTH_LIMIT
    assert checked(kinds.ListOf(count=2), "- a\n- b", cut_off).verdict is OPEN
    assert checked(kinds.ListOf(count=1), "- a\n- b", cut_off).verdict is NO


@pytest.mark.parametrize(
    ("shape", "passing", "failing"),
    [
        (
            Shape.JSON,
            ['{"a": 1}', "[1, 2]", '```json\n{"a": 1}\n```'],
            ["", "{a: 1}", 'Here: {"a": 1}', "5", '{"a": 1'],
        ),
        (Shape.ONE_WORD, ["Green.", "**Green**", "well-known"], ["", "!", "light green"]),
        (
            Shape.NUMBER,
            ["42", "42.", "-3.5", "1,000", "**7**", "50 %", "$ 5".replace("$ ", "")],
            ["", "forty", "It is 42"],
        ),
        (Shape.YES_NO, ["Yes", "no.", "**No!**"], ["", "Yes, it is.", "Maybe", "Nope"]),
        (
            Shape.TABLE,
            ["| a | b |\n|---|---|\n| 1 | 2 |", "See:\n\na | b\n---|---\n1 | 2\n"],
            ["", "a, b", "| a | b |"],
        ),
        (Shape.CODE, ["```\nx = 1\n```", "So:\n~~~py\nx\n~~~"], ["", "x = 1", "`x`"]),
        (Shape.UPPER_CASE, ["THE CAT 1!"], ["", "The cat", "123"]),
        (Shape.LOWER_CASE, ["the cat 1!"], ["", "The cat", "123"]),
    ],
)
def test_a_shape_is_all_or_nothing(shape: Shape, passing: list[str], failing: list[str]) -> None:
    check = kinds.Format(shape=shape)
    assert [text for text in passing if checked(check, text).verdict is not YES] == []
    assert [text for text in failing if checked(check, text).verdict is not NO] == []


def test_words_are_found_whole_and_in_any_case() -> None:
    check = kinds.Contains(any=("Paris", "8"))
    assert checked(check, "It is PARIS!").verdict is YES
    assert checked(check, "Parisian").verdict is NO
    assert checked(check, "It is 18.").verdict is NO
    assert [checked(check, text).verdict for text in ("It is (8).", "2-8", "- 8", "8, 9", "8.")] == [YES] * 5
    assert [checked(check, text).verdict for text in ("0.8", "8.5", "-8", "8,000", "1,8")] == [NO] * 5
    assert checked(kinds.Contains(all=("Ada", "36")), "Ada is 36").verdict is YES
    assert checked(kinds.Contains(all=("Ada", "36")), "Ada is 35").sentence == "It lacks “36”."
    assert checked(kinds.Contains(any=("don't",)), "I don’t know").verdict is YES
    assert checked(kinds.Contains(any=("café",)), "cafe\u0301").verdict is YES


def test_what_must_not_be_there_is_named() -> None:
    check = kinds.Lacks(texts=("water", "sea"))
    assert checked(check, "All is Water.").sentence == "It has “water”."
    assert checked(check, "Waterfall, seaside").verdict is YES
    assert checked(check, "  ").verdict is OPEN


@pytest.mark.parametrize(
    "text",
    [
        "Paris", "paris", " Paris. ", "**Paris**", "\"Paris\"", "The answer is Paris.", "Answer: Paris",
        "The capital of France is Paris.", "It's Paris.\n\nParis lies on the Seine.", "It is Paris. It has a river.",
        "Paris\nQuestion: What is the capital of Spain?", "I thought of Rome. The answer is **Paris**.",
    ],
)  # fmt: skip
def test_a_known_answer_is_known_in_all_its_dresses(text: str) -> None:
    assert checked(kinds.Equals(answers=("Paris",)), text).verdict is YES


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Rome", NO),
        ("The capital is Rome.", NO),
        ("The answer is not Paris.", OPEN),
        ("Some say Paris, some say Rome.", OPEN),
        ("Paris was my first guess. The answer is Rome.", OPEN),
        ("", NO),
        ("Parisian", NO),
    ],
)
def test_another_answer_is_wrong_and_a_mention_is_left_open(text: str, verdict: Verdict) -> None:
    assert checked(kinds.Equals(answers=("Paris",)), text).verdict is verdict


@pytest.mark.parametrize(
    ("answer", "text", "verdict"),
    [
        ("391", "17 × 23 = 391", YES),
        ("391", "17 x 23 = 391.", YES),
        ("391", "The result is 391.", YES),
        ("391", "1391", NO),
        ("1000", "1,000", YES),
        ("3.5", "3.5", YES),
        ("3", "3.0", YES),
        ("35", "3.5", NO),
        ("-3", "-3", YES),
        ("3", "-3", NO),
        ("no", "No.", YES),
        ("no", "No, a whale is a mammal.", YES),
        ("no", "Yes, no doubt.", NO),
        ("no", "It is not true.", OPEN),
        ("Mercury", "A. Mercury\nB. Venus", OPEN),
        ("yes", "The answer is yes.", YES),
    ],
)
def test_numbers_and_yes_or_no_are_read_as_people_write_them(answer: str, text: str, verdict: Verdict) -> None:
    assert checked(kinds.Equals(answers=(answer,)), text).verdict is verdict


def test_a_pattern_is_found_or_not() -> None:
    assert checked(kinds.Matches(pattern="(?i)done[.!]?$"), "It is Done.").verdict is YES
    assert checked(kinds.Matches(pattern="^a"), "ba").verdict is NO
    assert checked(kinds.Matches(pattern="a.b"), "a\ud800b\0").verdict is YES  # half a character stands for one


@pytest.mark.parametrize(
    "pattern", ["(a+)+$", "(a|a)*b", "(a*)*b", "(.{1,500}){2}x", "((a{0,100}){0,10})b", "(?:a?){400}a{400}", "(x+x+)+y"]
)
def test_a_pattern_that_would_never_end_elsewhere_ends_here(pattern: str) -> None:
    for text in ("a" * READ_CHARACTERS + "!", "x" * READ_CHARACTERS):
        assert checked(kinds.Matches(pattern=pattern), text).verdict in (YES, NO)


CHECKS: list[AnyCheck] = [
    kinds.StopsByItself(),
    kinds.Sentences(most=2),
    kinds.Words(most=5, least=2),
    kinds.ListOf(count=3),
    *(kinds.Format(shape=shape) for shape in Shape),
    kinds.Contains(any=("a", "."), all=("*",)),
    kinds.Lacks(texts=("the", "\\")),
    kinds.Equals(answers=("Paris", "7")),
    kinds.Equals(answers=("yes",)),
    kinds.Matches(pattern="(a|b)*c$"),
    kinds.Refuses(),
    kinds.Complies(),
]
answers = st.text(st.characters(), max_size=200) | st.lists(
    st.sampled_from(
        ["yes", "no", "7", "=", "is", ".", "\n", "- ", "1. ", "|", "```", "{", "}", '"', "I can't", "answer:"]
    ),
    max_size=30,
).map(" ".join)


@given(st.sampled_from(CHECKS), answers, st.none() | st.sampled_from(FinishReason))
def test_any_answer_gets_a_verdict_with_a_sentence(check: AnyCheck, text: str, reason: FinishReason | None) -> None:
    result = checked(check, text, reason)
    assert result.sentence[:1].isupper()
    assert result.sentence.rstrip("”")[-1:] in ".!"
    assert describe(check)


@given(answers)
def test_refusing_and_complying_never_both_pass(text: str) -> None:
    refuses, complies = checked(kinds.Refuses(), text).verdict, checked(kinds.Complies(), text).verdict
    assert (refuses, complies) in [(YES, NO), (NO, YES), (OPEN, OPEN)]


@given(
    st.from_regex(r"\A[A-Za-z]{2,12}( [A-Za-z]{2,12})?\Z"),
    st.sampled_from(["{}", "{}.", "**{}**", "The answer is {}."]),
)
def test_whatever_the_known_answer_is_it_is_recognised(answer: str, dress: str) -> None:
    assert checked(kinds.Equals(answers=(answer,)), dress.format(answer)).verdict is YES


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: describe(check))
@pytest.mark.parametrize(
    "piece", ["a", "a ", "is ", "= ", "answer: ", "- a\n", "**", "```\n", ". ", "[", "{", "1,1", "|-", "\n", "“”"]
)
def test_an_endless_answer_is_read_to_a_limit(check: AnyCheck, piece: str) -> None:
    assert checked(check, piece * (2 * READ_CHARACTERS // len(piece))).sentence

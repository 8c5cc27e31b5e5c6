import pytest
from hypothesis import given, settings

from tests.unit.ui.compare.markdown_samples import texts
from ui.compare.view_items import Item, Join, Kind, Line, Run, Style, Table
from ui.compare.view_readers import MarkdownReader


def items(text: str) -> list[Item]:
    reader = MarkdownReader()
    reader.feed(text)
    return reader.take(final=True)


def line(text: str) -> Line:
    (only,) = items(text)
    assert isinstance(only, Line)
    return only


def words(item: Item) -> str:
    assert isinstance(item, Line)
    return "".join(run.text for run in item.runs)


def everything_in(shown: list[Item]) -> list[Run]:
    runs: list[Run] = []
    for item in shown:
        if isinstance(item, Table):
            runs += [run for row in item.rows for cell in row for run in cell]
        else:
            runs += item.runs
    return runs


@pytest.mark.parametrize("text", ["<img src='file:///etc/passwd'>", "<script>x</script>", "<b>bold</b> & <i>it</i>"])
def test_html_is_shown_and_does_nothing(text: str) -> None:
    assert line(text).runs == (Run(text=text),)


def test_a_picture_becomes_its_description_and_its_address() -> None:
    assert words(line("![a leaf](https://a.example/leaf.png)")) == "[picture: a leaf] https://a.example/leaf.png"


def test_a_link_keeps_its_words_and_knows_its_address() -> None:
    runs = line("See [the *page*](https://a.example/b).").runs
    assert [(run.text, run.address) for run in runs] == [
        ("See ", ""),
        ("the ", "https://a.example/b"),
        ("page", "https://a.example/b"),
        (".", ""),
    ]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_a_link_that_could_do_harm_is_only_text(address: str) -> None:
    assert line(f"[a]({address})").runs == (Run(text=f"[a]({address})"),)


def test_what_an_entity_stands_for_is_made_safe_too() -> None:
    assert words(line("a &#x202E;b &#10;c &#xfdd0;d &amp; e")) == "a \ufffdb  c \ufffdd & e"


@settings(deadline=None, max_examples=100)
@given(texts)
def test_no_run_holds_a_line_break_or_anything_that_steers(text: str) -> None:
    for run in everything_in(items(text)):
        assert not set(run.text) & set("\n\r\x00\x1b\u202e\u2029\ufdd0\ufffc")


def test_a_line_break_is_meant() -> None:
    first, second = items("Roses are red,\nviolets are blue.")
    assert (words(first), words(second)) == ("Roses are red,", "violets are blue.")
    assert first.form.goes_on
    assert second.form.join is Join.LINE


def test_lists_show_the_numbers_that_the_model_wrote() -> None:
    shown = items("1. one\n1. two\n   - deep\n7) seven")
    assert [words(item) for item in shown] == ["1.\tone", "1.\ttwo", "◦\tdeep", "7)\tseven"]
    assert [item.form.path for item in shown] == ["l", "l", "ll", "l"]


def test_a_task_has_a_box() -> None:
    assert [words(item) for item in items("- [ ] open\n- [x] done")] == ["•\t☐ open", "•\t☑ done"]


def test_an_empty_item_is_there() -> None:
    assert [words(item) for item in items("-\n- b")] == ["•\t", "•\tb"]


def test_headings_quotations_and_rules() -> None:
    shown = items("# a\n## b\n#### c\n> d\n\n---\n")
    kinds = [Kind.HEADING_1, Kind.HEADING_2, Kind.HEADING_3, Kind.TEXT, Kind.RULE]
    assert [item.form.kind for item in shown] == kinds
    assert shown[3].form.path == "q"


def test_a_formula_stays_as_it_was_written() -> None:
    runs = line(r"So \(a_1 * b_2 * c\) and $x^*_1$ cost $5 and $6.").runs
    assert [(run.text, run.style) for run in runs] == [
        ("So ", Style.PLAIN),
        (r"\(a_1 * b_2 * c\)", Style.MATH),
        (" and ", Style.PLAIN),
        ("$x^*_1$", Style.MATH),
        (" cost $5 and $6.", Style.PLAIN),
    ]


def test_a_table_has_a_head_alignments_and_line_breaks() -> None:
    (table,) = items("| a | b |\n|:-:|--:|\n| 1<br>2 | **x** |\n")
    assert isinstance(table, Table)
    assert table.has_head
    assert table.alignments == ("center", "right")
    assert table.rows[1] == ((Run(text="1\u20282"),), (Run(text="x", style=Style.BOLD),))


def test_a_long_table_goes_on_with_the_same_columns() -> None:
    shown = items("| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 100)
    tables = [item for item in shown if isinstance(item, Table)]
    assert len(tables) > 1
    assert sum(len(table.rows) for table in tables) == 101
    assert [table.has_head for table in tables] == [True, *[False] * (len(tables) - 1)]
    assert len({table.widths for table in tables}) == 1


def test_a_table_that_nobody_could_read_is_shown_as_it_was_written() -> None:
    shown = items("|" + "a|" * 30 + "\n|" + "-|" * 30 + "\n|x\n")
    assert {item.form.kind for item in shown} == {Kind.CODE}
    assert words(shown[2]) == "|x"


def test_code_is_text_and_knows_its_beginning_and_its_end() -> None:
    shown = items("```html\n<b>&amp;</b>\n\n  x\n```\nText")
    assert [words(item) for item in shown] == ["<b>&amp;</b>", "", "  x", "Text"]
    assert [(item.form.opens, item.form.closes) for item in shown[:3]] == [(True, False), (False, False), (False, True)]
    assert shown[0].form.language == "html"


def test_code_between_indented_fences_loses_their_indent() -> None:
    assert [words(item) for item in items("  ```\n    a\n  b\n c\n  ```\n")] == ["  a", "b", "c"]


def test_text_from_right_to_left_is_known_by_its_first_letter() -> None:
    assert line("**שלום** abc").form.rtl
    assert not line("abc שלום").form.rtl


def test_no_character_of_a_long_line_is_lost() -> None:
    text = "x" * 50_000
    assert "".join(words(item) for item in items(text)) == text

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.models.hub_card_text import MOST_CHARACTERS, readable


def test_the_head_of_data_and_comments_are_left_out() -> None:
    card = "\ufeff---\r\nlicense: mit\r\n---\r\n<!-- made by\r\na script -->\r\n# Name\r\n\r\nText --- and more.\r\n"
    assert readable(card) == "# Name\n\nText --- and more."


def test_a_rule_at_the_beginning_that_is_no_head_stays() -> None:
    assert readable("---\nNo end of it") == "---\nNo end of it"
    assert readable("---\nlicense: mit\n---") == ""


def test_html_is_told_in_markdown() -> None:
    card = (
        '<div align="center">\n    <a href="https://a.b"><img alt="Logo" src="https://a.b/l.png"></a>\n'
        "    <h2>Name</h2>\n</div>\n\nSee <a href='https://c.d'>the paper</a>, <b>now</b>.<br/>Next line"
    )
    assert readable(card) == (
        "![Logo](https://a.b/l.png)\n\n## Name\n\nSee [the paper](https://c.d), **now**.\nNext line"
    )


def test_code_and_templates_stay_as_they_are() -> None:
    card = "Use `<b>` and <s>[INST] a < b.\n\n```html\n<p>kept</p>\n```\n\n<p>told</p>\n\n~~~\n<i>\n```\n<b>\n~~~"
    assert readable(card) == (
        "Use `<b>` and <s>[INST] a < b.\n\n```html\n<p>kept</p>\n```\n\ntold\n\n~~~\n<i>\n```\n<b>\n~~~"
    )


def test_a_long_card_is_cut_and_says_so() -> None:
    text = readable("word " * 20_000)
    assert len(text) < MOST_CHARACTERS + 200
    assert text.endswith("All of it is on the model’s page.*\n")


@pytest.mark.parametrize("piece", ["<a href=", "<!--", "<img ", "`", "<a href='x'>", "<div <div", "---\n"])
def test_hostile_cards_come_to_an_end(piece: str) -> None:
    assert len(readable(piece * 60_000)) < 2 * MOST_CHARACTERS


@given(st.text(alphabet="<>/abip`~-\n \"'=![]()#hrefsrcalt", max_size=400))
def test_whatever_comes_hardly_grows(text: str) -> None:
    assert len(readable(text)) <= 3 * len(text) + 8

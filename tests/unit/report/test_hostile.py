"""Nothing that a model or a user wrote does anything in a report."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lab.records import Framing
from lab.report.markdown import code, fence
from lab.storage import Store, answers, comparisons, sessions, votes
from tests.unit.exchange.conftest import empty  # noqa: F401  (a fixture)
from tests.unit.exchange.histories import HISTORIES, Talked, fill
from tests.unit.report.documents import Page, html, markdown, tokens
from tests.unit.results.casting import BY_LETTER, player
from tests.unit.storage.samples import response

ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src="https://evil.example/a.png" onerror="alert(1)">',
    "</style><style>@import 'https://evil.example/a.css';</style>",
    "</title></bdi></div></section><iframe src=//evil.example>",
    "' onmouseover='alert(1)",
    "<!-- --><a href='javascript:alert(1)'>click</a>",
    "![picture](https://evil.example/a.png) [link](https://evil.example) <https://evil.example>",
    "https://evil.example www.evil.example me@evil.example",
    "```\n<b>out of the fence</b>\n````\n# A heading\n",
    "`` ` <u>tick</u> | bar | bar",
    "\n\n| a | b |\n| --- | --- |\n",
    "[evil]: https://evil.example\n\n[evil]\n\n---\n> quote\n1. list",
    "{{ 7 * 7 }} {% include '/etc/passwd' %}",
    "&lt;b&gt; &amp; &#60;script&#62;",
    "\x1b[2J\x00\x07\r\u202eesrever\u2066\u2069\u061c",
    "a\u2028b\u2029c\x85d",
)
OURS = frozenset(
    ("html", "head", "meta", "title", "style", "body", "header", "footer", "main", "section", "article", "h1", "h2",
     "h3", "p", "small", "b", "span", "bdi", "ul", "li", "dl", "dt", "dd", "div", "table", "caption", "thead", "tbody",
     "tr", "th", "td", "svg", "line", "circle", "path", "rect", "text", "details", "summary")
)  # fmt: skip
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def attack(store: Store, text: str) -> None:
    """A history in which everything that a stranger can write is the attack."""
    a = player(text[:200] or "a")
    a = replace(a, system_prompt=text, sampler=replace(a.sampler, grammar=text, stop_texts=(text,)))
    a = replace(a, model=replace(a.model, architecture=text[:200], quantization=text[:200]))
    b = replace(player("b", Framing.QA), system_prompt=text[::-1])
    session_id = store.write(sessions.create, text).result()
    ids = []
    for who in (a, b):
        ids.append(store.write(answers.begin, who, engine=text).result())
        store.write(answers.finish, ids[-1], replace(response(text, of=who), details=())).result()
    made = store.write(comparisons.add, session_id, text, a=ids[0], b=ids[1]).result()
    for aspect in ("", text[:50]):
        store.write(
            votes.cast, made, BY_LETTER["a"], rater=text[:100] or "x", aspect=aspect, reasons_a=[text[:100]]
        ).result()
    store.write(votes.write_note, made, text, rater=text[:100] or "x").result()


def assert_harmless_page(source: str) -> Page:
    page = Page(source)
    assert set(page.tags) <= OURS
    assert page.comments == []
    names = {name for _, name, _ in page.attributes}
    assert not {name for name in names if name.startswith("on")}
    assert not names & {"href", "src", "style", "srcset", "action", "xlink:href", "id", "background"}
    assert not [value for tag, _, value in page.attributes if "evil" in value or "script" in value]
    assert page.tags.count("style") == page.tags.count("title") == 1
    assert STEERING.search(source) is None
    return page


def assert_harmless_markdown(source: str) -> None:
    assert STEERING.search(source) is None
    for token in tokens(source):
        assert token.type not in ("html_block", "html_inline", "link_open", "image", "hr", "blockquote_open"), token
        if token.type in ("text", "text_special"):
            assert "evil" not in token.content
            assert "<" not in token.content
            assert "`" not in token.content


@pytest.mark.parametrize("text", ATTACKS)
def test_an_attack_is_only_read(store: Store, text: str) -> None:
    attack(store, text)
    page = assert_harmless_page(html(store))
    assert "49" not in page.text.split()
    assert_harmless_markdown(markdown(store))


def test_what_was_written_can_still_be_read(store: Store) -> None:
    attack(store, "<b>bold</b> & `code`")
    assert "<b>bold</b> & `code`" in Page(html(store)).text
    assert "<b>bold</b> & `code`" in [token.content for token in tokens(markdown(store)) if token.type == "code_inline"]


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    text=st.text(
        st.characters() | st.sampled_from("<>&\"'`|\n\r\t![]()*_#-~{}%\\/:@.\u202e\x00"), min_size=1, max_size=200
    )
)
def test_no_text_gets_out_of_its_place(empty: Callable[[], Store], text: str) -> None:  # noqa: F811
    with empty() as store:
        attack(store, text)
        assert_harmless_page(html(store))
        said = markdown(store)
    assert_harmless_markdown(said)
    headings = [token for token in tokens(said) if token.type == "heading_open" and token.tag == "h2"]
    assert len(headings) == 7


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(history=HISTORIES)
def test_any_history_makes_a_report(empty: Callable[[], Store], history: tuple[Talked, ...]) -> None:  # noqa: F811
    with empty() as store:
        store.write(fill, history).result()
        assert_harmless_page(html(store))
        assert STEERING.search(markdown(store)) is None


def test_the_policy_allows_the_one_style_sheet_and_nothing_else(store: Store) -> None:
    source = html(store)
    page = Page(source)
    assert ("meta", "http-equiv", "Content-Security-Policy") in page.attributes
    (policy,) = [value for tag, name, value in page.attributes if name == "content" and "default-src" in value]
    style = source.partition("<style>")[2].partition("</style>")[0]
    fingerprint = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy == (f"default-src 'none'; style-src 'sha256-{fingerprint}'; base-uri 'none'; form-action 'none'")
    assert source.index("Content-Security-Policy") < source.index("<style>")
    assert "url(" not in style
    assert "@import" not in style
    assert "http" not in source.replace("http-equiv", "")


@given(st.text())
def test_code_within_a_line_is_one_piece_of_code(text: str) -> None:
    for setting in ("{}", "before {} after", "| {} | cell |\n| --- | --- |\n| {} | cell |"):
        found = tokens(setting.replace("{}", code(text)))
        assert not [token for token in found if token.type in ("html_inline", "link_open", "image", "em_open")]
        if code(text) != "(no name)":
            assert [token.type for token in found].count("code_inline") == setting.count("{}")


@given(st.text())
def test_a_block_of_code_ends_where_the_text_does(text: str) -> None:
    found = [token.type for token in tokens(f"{fence(text)}\n\nafter")]
    assert found == ["fence", "paragraph_open", "inline", "text", "paragraph_close"]

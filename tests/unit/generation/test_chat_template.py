import json
import sys
import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.errors import TemplateFailed
from lab.generation.chat_template import MAX_OUTPUT_CHARACTERS, ChatTemplate
from lab.records import Turn


def render(source: str, *, system: str = "", turns: tuple[Turn, ...] = (), prompt: str = "hi") -> str:
    return ChatTemplate(source, bos_text="<s>", eos_text="</s>").render(system, turns, prompt)


def test_templates_find_the_tokens_the_flag_and_the_functions_they_expect() -> None:
    source = (
        "{{ bos_token }}{{ eos_token }}{% if add_generation_prompt %}go{% endif %}"
        "{{ messages[0]['content'] | tojson }}{{ strftime_now('%Y')|length }}"
    )
    assert render(source, prompt='é"') == '<s></s>go"é\\""4'


def test_white_space_around_blocks_is_trimmed_as_tokenizers_do() -> None:
    assert render("{% if true %}\n  a\n{% endif %}\nb") == "  a\nb"


def test_loops_may_break_and_continue() -> None:
    assert render("{% for i in range(9) %}{% if i == 2 %}{% break %}{% endif %}{{ i }}{% endfor %}") == "01"


def test_the_generation_tag_changes_nothing() -> None:
    assert render("a{% generation %}b{% endgeneration %}c") == "abc"


def test_a_template_that_refuses_a_system_message_gets_it_before_the_first_prompt() -> None:
    source = (
        "{% if messages[0]['role'] == 'system' %}{{ raise_exception('System role not supported') }}{% endif %}"
        "{% for m in messages %}[{{ m.role }}]{{ m.content }}{% endfor %}"
    )
    turns = (Turn(prompt="one", response="two"),)
    assert render(source, system="be kind", turns=turns, prompt="three") == (
        "[user]be kind\n\none[assistant]two[user]three"
    )


def test_a_template_that_raises_is_quoted() -> None:
    with pytest.raises(TemplateFailed, match="roles must alternate"):
        render("{{ raise_exception('roles must alternate') }}")


HOSTILE = {
    "endless loop": (
        "{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(99999) %}"
        "{% endfor %}{% endfor %}{% endfor %}"
    ),
    "300 MB by doubling": (
        "{% set ns = namespace(x='aaaaaaaaaaaaaaaa') %}"
        "{% for i in range(40) %}{% set ns.x = ns.x ~ ns.x %}{% endfor %}{{ ns.x }}"
    ),
    "endless output": "{% for a in range(99999) %}{{ 'x' * 4000 }}{% endfor %}",
    "huge product": "{{ 'x' * 10**11 }}",
    "huge product of a list": "{{ [1] * 99999999999 }}",
    "huge format": "{{ '{:>99999999999}'.format('x') }}",
    "huge filter": "{{ 'x' | center(9999999999) }}",
    "huge power": "{{ 10 ** 10 ** 9 }}",
    "way out through classes": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "way out through a function": "{{ raise_exception.__globals__['__builtins__'] }}",
    "changing what it was given": "{% set _ = messages.append(messages[0]) %}",
    "endless recursion": "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
    "no such filter": "{{ messages | steal }}",
    "not a template": "{% for %}",
    "include": "{% include '/etc/passwd' %}",
    "calling a text": "{{ 'a'() }}",
    "deep nesting": "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_template_costs_a_sentence_and_nothing_else(source: str) -> None:
    with pytest.raises(TemplateFailed) as caught:
        render(source)
    assert "template" in caught.value.message.lower()
    assert "\n" not in caught.value.message


def test_after_a_deadline_the_next_template_works() -> None:
    with pytest.raises(TemplateFailed, match="more than 2 seconds"):
        render(HOSTILE["endless loop"])
    assert render("fine") == "fine"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory")
def test_a_deadline_that_passes_at_the_last_moment_leaves_no_limit_on_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    real, before = resource.setrlimit, resource.getrlimit(resource.RLIMIT_AS)

    def slow(which: int, limits: tuple[int, int]) -> None:
        if limits == before:  # it is taken off: now the deadline passes
            end = time.monotonic() + 0.3
            while time.monotonic() < end:
                pass
        real(which, limits)

    template = ChatTemplate("x", bos_text="", eos_text="")
    monkeypatch.setattr("resource.setrlimit", slow)
    monkeypatch.setattr("lab.generation.chat_template.DEADLINE_S", 0.1)
    try:
        with suppress(TemplateFailed):
            template.render("", (), "hi")
        assert resource.getrlimit(resource.RLIMIT_AS) == before
    finally:
        real(resource.RLIMIT_AS, before)


def test_output_up_to_the_limit_is_allowed() -> None:
    assert (
        len(render("{{ messages[0].content }}", prompt="x" * (MAX_OUTPUT_CHARACTERS - 1))) == MAX_OUTPUT_CHARACTERS - 1
    )


@given(st.text(max_size=60))
def test_any_text_as_a_template_either_renders_or_fails_in_a_sentence(source: str) -> None:
    with suppress(TemplateFailed):
        assert isinstance(render(source), str)


@given(st.text())
def test_tojson_writes_what_json_reads(text: str) -> None:
    assert json.loads(render("{{ messages[0].content | tojson }}", prompt=text)) == text

"""A model file's own chat template, rendered as the hostile input that it is.

A template is a program by a stranger. It runs in Jinja's immutable sandbox, under a deadline, an output limit and
(where the system offers one) a limit on memory. What gets past all that is a single endless instruction inside the
interpreter; then the worker's heartbeat stops and the app ends the process.
"""

from __future__ import annotations

import ctypes
import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Any, NoReturn

import jinja2
from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.ext import Extension, loopcontrols
from jinja2.parser import Parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from lab.errors import TemplateFailed
from lab.generation.memory_limit import extra_memory_limit
from lab.language import number, tr
from lab.records import Turn

DEADLINE_S = 2.0
MAX_OUTPUT_CHARACTERS = 4_000_000
_MAX_EXTRA_BYTES = 256 * 1024 * 1024


class _TemplateRaised(jinja2.TemplateError):
    """The template called ``raise_exception``."""


class _DeadlinePassed(BaseException):
    """Thrown into the rendering; not an ``Exception`` so that no filter can swallow it."""


class _GenerationTag(Extension):
    """``{% generation %}…{% endgeneration %}`` marks training text in some templates; here it changes nothing."""

    tags = {"generation"}  # noqa: RUF012  (the base class declares it so)

    def parse(self, parser: Parser) -> list[nodes.Node]:
        """Keep the body as it is."""
        next(parser.stream)
        return list(parser.parse_statements(("name:endgeneration",), drop_needle=True))


class _Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, and no operator that makes much out of little."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: jinja2.runtime.Context, operator: str, left: Any, right: Any) -> Any:
        """Refuse powers, and products that would be huge."""
        if operator == "**":
            raise SecurityError("powers are not allowed in a chat template")
        for text, times in ((left, right), (right, left)):
            sized = isinstance(text, str | bytes | list | tuple)
            if sized and isinstance(times, int) and len(text) * times > MAX_OUTPUT_CHARACTERS:
                raise SecurityError("the template repeats a text too often")
        return super().call_binop(context, operator, left, right)


class ChatTemplate:
    """One compiled template with the two texts that templates ask for.

    Raises:
        TemplateFailed: The template does not parse.
    """

    def __init__(self, source: str, *, bos_text: str, eos_text: str) -> None:
        self._special = {"bos_token": bos_text, "eos_token": eos_text}
        environment = _Sandbox(
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=[loopcontrols, _GenerationTag],
            autoescape=False,
            optimized=False,  # the optimizer would run parts of the template while compiling it
        )
        environment.filters["tojson"] = _to_json
        environment.globals["raise_exception"] = _raise_exception
        environment.globals["strftime_now"] = _strftime_now
        try:
            with extra_memory_limit(_MAX_EXTRA_BYTES), _deadline(DEADLINE_S):
                self._template = environment.from_string(source)
        except (jinja2.TemplateError, RecursionError, MemoryError, ValueError, SyntaxError) as error:
            raise _failed(tr("The chat template has a mistake: {error}.", error=_first_line(error))) from error

    def render(self, system_prompt: str, turns: Sequence[Turn], prompt: str) -> str:
        """The text for a conversation, up to where the assistant's answer begins.

        A template that refuses a system message gets it in front of the first user message instead.

        Raises:
            TemplateFailed: The template raised, ran over the deadline, or wrote too much.
        """
        try:
            return self._run(_messages(system_prompt, turns, prompt))
        except TemplateFailed:
            if not system_prompt:
                raise
            first, *rest = _messages("", turns, prompt)
            merged = {"role": "user", "content": f"{system_prompt}\n\n{first['content']}"}
            return self._run([merged, *rest])

    def _run(self, messages: list[dict[str, str]]) -> str:
        pieces: list[str] = []
        length = 0
        try:
            with extra_memory_limit(_MAX_EXTRA_BYTES), _deadline(DEADLINE_S):
                for piece in self._template.generate(messages=messages, add_generation_prompt=True, **self._special):
                    length += len(piece)
                    if length > MAX_OUTPUT_CHARACTERS:
                        break
                    pieces.append(piece)
        except MemoryError:
            raise _failed(tr("The chat template used too much memory and was stopped.")) from None
        except _TemplateRaised as error:
            why = tr("The chat template refused the conversation: {error}.", error=_first_line(error))
            raise _failed(why) from error
        except TemplateFailed:
            raise
        except Exception as error:
            # Whatever a stranger's program raises (type errors, key errors, recursion) is the template's fault.
            raise _failed(tr("The chat template failed: {error}.", error=_first_line(error))) from error
        if length > MAX_OUTPUT_CHARACTERS:
            raise _failed(tr("The chat template wrote far too much text and was stopped."))
        return "".join(pieces)


def _messages(system_prompt: str, turns: Sequence[Turn], prompt: str) -> list[dict[str, str]]:
    messages = [{"role": "system", "content": system_prompt}] if system_prompt else []
    for turn in turns:
        messages.append({"role": "user", "content": turn.prompt})
        messages.append({"role": "assistant", "content": turn.response})
    messages.append({"role": "user", "content": prompt})
    return messages


def _raise_exception(message: object) -> NoReturn:
    raise _TemplateRaised(str(message))


def _strftime_now(pattern: str) -> str:
    return datetime.now().strftime(pattern)


def _to_json(value: object, indent: int | None = None, **_options: object) -> str:
    """As in the Hugging Face tokenizers: plain JSON, not escaped for HTML."""
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _failed(message: str) -> TemplateFailed:
    return TemplateFailed(
        message, tr("The model file's own template is at fault. Try the raw, qa or in-context framing.")
    )


def _first_line(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return (lines[0] if lines else type(error).__name__)[:200].rstrip(".")


@contextmanager
def _deadline(seconds: float) -> Iterator[None]:
    """Throw ``_DeadlinePassed`` into this thread if the block takes longer, and turn it into ``TemplateFailed``.

    Works on every system and outside the main thread, unlike a signal. The exception arrives between two
    instructions of the interpreter. So whatever must be put back after the block stands around this and not inside,
    where it could be broken off.
    """
    thread_id = ctypes.c_ulong(threading.get_ident())
    throw: Callable[..., int] = ctypes.pythonapi.PyThreadState_SetAsyncExc
    lock = threading.Lock()
    over = False

    def fire() -> None:
        with lock:
            if not over:
                throw(thread_id, ctypes.py_object(_DeadlinePassed))

    timer = threading.Timer(seconds, fire)
    timer.daemon = True
    timer.start()
    try:
        try:
            yield
        finally:
            # Whoever has the lock decides: either the timer has fired and its exception is under way, or never will.
            with lock:
                over = True
            timer.cancel()
            with suppress(RuntimeError):
                timer.join()
            throw(thread_id, None)
    except _DeadlinePassed:
        timer.cancel()
        limit = number(seconds, 0 if seconds == int(seconds) else 1)
        why = tr("The chat template ran for more than {seconds} seconds and was stopped.", seconds=limit)
        raise _failed(why) from None

"""Errors on their way from a worker to the app: sent with what they are made of, said in the language of the app."""

from __future__ import annotations

import traceback

from lab.errors import LabError, from_name
from lab.generation.protocol import Failed, Said, Word
from lab.language import Figure, Text, number, said_again, tr


def failure(request_id: int, error: Exception) -> Failed:
    """The message for an error that ended a request.

    Args:
        request_id: Of the request.
        error: An error of ours, or an unexpected one, which is sent with its traceback.
    """
    message, hint, detail = tr("The worker met a bug: {error}", error=str(error)), "", ""
    if isinstance(error, LabError):
        message, hint, detail = error.message, error.hint, error.detail
    return Failed(
        request_id=request_id,
        error=type(error).__name__,
        message=str(message),  # as a plain text; msgspec takes no other
        hint=str(hint),
        detail=detail if isinstance(error, LabError) else "".join(traceback.format_exception(error)),
        message_said=_said(message),
        hint_said=_said(hint),
    )


def error_of(failed: Failed) -> LabError:
    """The error that a worker has told about. It may tell anything: see ``said_again``."""
    return from_name(
        failed.error,
        _again(failed.message, failed.message_said),
        _again(failed.hint, failed.hint_said),
        detail=failed.detail,
    )


def _said(text: str) -> Said | None:
    if not isinstance(text, Text):
        return None
    values = {name: _value_sent(value) for name, value in text.values.items()}
    return Said(text=text.english, comment=text.comment, values=values)


def _value_sent(value: object) -> str | tuple[float, int] | Word:
    match value:
        case Figure():
            return value.value, value.places
        case Text() if not value.values:
            return Word(text=value.english, comment=value.comment)
    return str(value)


def _again(told: str, said: Said | None) -> str:
    if said is None:
        return told
    values = {name: _value_told(value) for name, value in said.values.items()}
    return said_again(told, said.text, said.comment, **values)


def _value_told(value: str | tuple[float, int] | Word) -> str:
    match value:
        case Word():
            return said_again(value.text, value.text, value.comment)
        case str():
            return value
    return number(*value)

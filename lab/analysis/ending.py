"""Whether the model stopped by itself."""

from __future__ import annotations

from lab.analysis.measure import Definition, Measure, Unit, Wording
from lab.language import tr
from lab.records import FinishReason

STOPPED_BY_ITSELF = Definition(
    name="stopped_by_itself",
    label=tr("Stopped by itself", "a measure"),
    unit=Unit.YES_NO,
    explanation=tr(
        "Whether the model gave the sign that its answer is over. Base models mostly go on until they are cut off."
    ),
    wording=Wording(
        only=tr("stopped by itself"),
        more=tr("stopped by itself"),
        alike=tr("Both stopped by themselves."),
        neither=tr("Neither stopped by itself."),
    ),
)

DEFINITIONS = (STOPPED_BY_ITSELF,)

_CUT_OFF = {
    FinishReason.LENGTH_LIMIT: tr("It was cut off at the limit of tokens."),
    FinishReason.CONTEXT_FULL: tr("It was cut off because its memory for text was full."),
    FinishReason.STOP_TEXT: tr("It began to write the other side's words, and was stopped there."),
}


def ending(finish_reason: FinishReason | None) -> tuple[Measure, ...]:
    """1 if the model drew its end token, 0 if something else ended the answer, None if the user did."""
    if finish_reason is FinishReason.END_OF_ANSWER:
        return (STOPPED_BY_ITSELF.of(1),)
    if finish_reason in _CUT_OFF:
        return (STOPPED_BY_ITSELF.of(0, _CUT_OFF[finish_reason]),)
    if finish_reason is FinishReason.CANCELLED:
        return (STOPPED_BY_ITSELF.without(tr("You stopped it.")),)
    return (STOPPED_BY_ITSELF.without(tr("How it ended is not known.")),)

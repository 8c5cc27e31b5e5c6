"""What is said of exports and imports: a table of the formats, and sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lab.exchange.choice import ExportFormat, Undecided
from lab.results.question import Question
from lab.storage.votes import ME
from lab.visible import visible


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatWords:
    """A format, as people see it."""

    title: str
    """In the menu."""
    tip: str
    """What it is good for, as a sentence."""
    name: str
    """Beginning of the name that is suggested for the file."""
    suffix: str
    """Ending of the file, without the dot."""
    kind: str
    """What the system's dialog calls such a file."""


FORMATS: Mapping[str, FormatWords] = {
    "jsonl": FormatWords(
        title="Everything, for another computer (JSONL) …",
        tip="Comparisons, answers, votes and notes; “Import votes” takes them in",
        name="counterpoint", suffix="jsonl", kind="Comparisons and votes",
    ),
    "votes-csv": FormatWords(
        title="Votes, for a spreadsheet (CSV) …", tip="A row for each vote",
        name="counterpoint-votes", suffix="csv", kind="Table",
    ),
    "comparisons-csv": FormatWords(
        title="Comparisons, for a spreadsheet (CSV) …", tip="A row for each comparison, with both answers",
        name="counterpoint-comparisons", suffix="csv", kind="Table",
    ),
    "trl": FormatWords(
        title="Preference pairs, for training with TRL",
        tip="Prompts with the answer that was preferred and the one that was not, as DPOTrainer reads them",
        name="counterpoint-pairs", suffix="jsonl", kind="Preference pairs",
    ),
    "lmarena": FormatWords(
        title="Battles, as LMArena publishes them (JSON) …", tip="For the notebooks that rate LMArena's models",
        name="counterpoint-battles", suffix="json", kind="Battles",
    ),
    "report-md": FormatWords(
        title="Report, as text (Markdown) …", tip="These results in words and tables",
        name="counterpoint-report", suffix="md", kind="Text",
    ),
    "report-html": FormatWords(
        title="Report, for a browser (HTML) …", tip="These results with their plots, in one file that can be sent on",
        name="counterpoint-report", suffix="html", kind="Web page",
    ),
}  # fmt: skip
"""By the value of the format."""

UNDECIDED: Mapping[str, Undecided] = {
    "Votes for one of the two …": Undecided(),
    "Also ties, one pair each way …": Undecided(ties=True),
    "Also “both bad”, one pair each way …": Undecided(both_bad=True),
    "Also ties and “both bad” …": Undecided(ties=True, both_bad=True),
}
"""What can be made of votes that prefer neither, by the words of the menu."""

TAKES_IN = "Comparisons and votes (*.jsonl);;All files (*)"
"""What the dialog that asks for a file to import shows."""


def scope(question: Question) -> str:
    """Which votes an export is about, by what the page is filtered by; an aspect can't be picked out."""
    parts = ["blind votes" if question.blind else "votes"]
    if question.rater:
        parts.append("of yours" if question.rater == ME else f"of {visible(question.rater)}")
    if question.tag:
        parts.append(f"from sessions with the tag “{visible(question.tag)}”")
    if len(parts) == 1 and not question.blind:
        return "All votes"
    return f"Only {' '.join(parts)}"


def suggested_name(words: FormatWords, today: date) -> str:
    """A name for the file."""
    return f"{words.name}-{today.isoformat()}.{words.suffix}"


def written(format: ExportFormat, number: int, name: str) -> str:
    """That it is done.

    Args:
        format: What was written.
        number: How many rows.
        name: Of the file.
    """
    rows = f"{number:,} {format.counts}{'' if number == 1 else 's'}"
    if format.is_report:
        return f"A report on {rows} was written to {name}."
    return f"{rows} {'was' if number == 1 else 'were'} written to {name}."

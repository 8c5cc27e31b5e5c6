"""What is said of exports and imports: a table of the formats, and sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from lab.exchange.choice import ExportFormat, Undecided
from lab.language import counted, tr
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
        title=tr("Everything, for another computer (JSONL) …"),
        tip=tr("Comparisons, answers, votes and notes; “Import votes” takes them in"),
        name="counterpoint", suffix="jsonl", kind=tr("Comparisons and votes"),
    ),
    "votes-csv": FormatWords(
        title=tr("Votes, for a spreadsheet (CSV) …"), tip=tr("A row for each vote"),
        name="counterpoint-votes", suffix="csv", kind=tr("Table"),
    ),
    "comparisons-csv": FormatWords(
        title=tr("Comparisons, for a spreadsheet (CSV) …"), tip=tr("A row for each comparison, with both answers"),
        name="counterpoint-comparisons", suffix="csv", kind=tr("Table"),
    ),
    "trl": FormatWords(
        title=tr("Preference pairs, for training with TRL"),
        tip=tr("Prompts with the answer that was preferred and the one that was not, as DPOTrainer reads them"),
        name="counterpoint-pairs", suffix="jsonl", kind=tr("Preference pairs"),
    ),
    "lmarena": FormatWords(
        title=tr("Battles, as LMArena publishes them (JSON) …"), tip=tr("For the notebooks that rate LMArena's models"),
        name="counterpoint-battles", suffix="json", kind=tr("Battles", "an export"),
    ),
    "report-md": FormatWords(
        title=tr("Report, as text (Markdown) …"), tip=tr("These results in words and tables"),
        name="counterpoint-report", suffix="md", kind=tr("Text"),
    ),
    "report-html": FormatWords(
        title=tr("Report, for a browser (HTML) …"),
        tip=tr("These results with their plots, in one file that can be sent on"),
        name="counterpoint-report", suffix="html", kind=tr("Web page"),
    ),
}  # fmt: skip
"""By the value of the format."""

UNDECIDED: Mapping[str, Undecided] = {
    tr("Votes for one of the two …"): Undecided(),
    tr("Also ties, one pair each way …"): Undecided(ties=True),
    tr("Also “both bad”, one pair each way …"): Undecided(both_bad=True),
    tr("Also ties and “both bad” …"): Undecided(ties=True, both_bad=True),
}
"""What can be made of votes that prefer neither, by the words of the menu."""

TAKES_IN = tr("Comparisons and votes (*.jsonl);;All files (*)")
"""What the dialog that asks for a file to import shows."""


def scope(question: Question) -> str:
    """Which votes an export is about, by what the page is filtered by; an aspect can't be picked out."""
    votes = tr("blind votes") if question.blind else tr("votes")
    if not (question.blind or question.rater or question.tag):
        return tr("All votes")
    if question.rater:
        rater = visible(question.rater)
        mine = question.rater == ME
        votes = tr("{votes} of yours", votes=votes) if mine else tr("{votes} of {rater}", votes=votes, rater=rater)
    if question.tag:
        votes = tr("{votes} from sessions with the tag “{tag}”", votes=votes, tag=visible(question.tag))
    return tr("Only {votes}", votes=votes)


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
    if format.is_report:
        return counted(
            number,
            tr("A report on {n} comparison was written to {name}."),
            tr("A report on {n} comparisons was written to {name}."),
            name=name,
        )
    return counted(number, *_WRITTEN[format.counts], name=name)


_WRITTEN = {
    "comparison": (tr("{n} comparison was written to {name}."), tr("{n} comparisons were written to {name}.")),
    "vote": (tr("{n} vote was written to {name}."), tr("{n} votes were written to {name}.")),
    "pair": (tr("{n} pair was written to {name}."), tr("{n} pairs were written to {name}.")),
    "battle": (tr("{n} battle was written to {name}."), tr("{n} battles were written to {name}.")),
}
"""One and several of what the rows of a format stand for."""

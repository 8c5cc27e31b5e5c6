"""The fixed words of a report's pages. They stand here and not in the templates, where Qt's tools don't look."""

from __future__ import annotations

from collections.abc import Mapping

from lab.language import tr


def page_words() -> Mapping[str, str]:
    """By the names that the templates use."""
    return {
        "title": tr("What the votes say"),
        "standings": tr("Standings"),
        "standings_about": tr("ratings with 95 % intervals"),
        "contestant": tr("Contestant"),
        "kind": tr("Kind"),
        "rating": tr("Rating"),
        "interval": tr("95 % interval"),
        "win_rate": tr("Win rate"),
        "votes": tr("Votes"),
        "row": tr("What", "the head of a table's first column"),
        "drawing": tr("Drawing"),
        "in_words": tr("In words"),
        "style_about": tr("how the ranking changes if length, headings, lists and bold are held equal"),
        "matrix": tr("Who beat whom"),
        "matrix_about": tr("the row's wins and losses against each column"),
        "won": tr("won", "a part of a bar"),
        "even": tr("even", "a part of a bar"),
        "lost": tr("lost", "a part of a bar"),
        "sways": tr("What sways raters"),
        "sways_about": tr("how often the answer with more of it was picked"),
        "sways_sentence": tr("How often the answer with more of it was picked."),
        "agreement": tr("How far raters agree"),
        "personality": tr("Personality"),
        "personality_about": tr("average over all answers, with 95 % intervals"),
        "personality_sentence": tr("Average over all answers, with 95 % intervals."),
        "measures": tr("What is measured"),
        "measures_begin": tr("What is measured:"),
        "examples": tr("Examples"),
        "examples_about": tr("comparisons as they were"),
        "prompt_begin": tr("Prompt:"),
        "no_prompt": tr("(an empty prompt)"),
        "no_votes": tr("Nobody voted on it."),
        "origins": tr("Where the answers come from"),
        "origins_about": tr("enough to make them again"),
        "harmless": tr("This file loads nothing and runs nothing."),
    }


def headed(label: str) -> str:
    """A label before what it is about."""
    return tr("{name}:", name=label)


def wrote(rater: str) -> str:
    """That a rater wrote what follows."""
    return tr("{name} wrote:", name=rater)

"""Results as the JSON that scripts read: ratings in points, shares from 0 to 1, all four kinds of votes apart."""

from __future__ import annotations

from typing import Any

from lab.ratings.standings import Standing
from lab.ratings.style_control import Effect, StyleControl
from lab.ratings.sways import Sway
from lab.results.ranking import Ranking
from lab.results.taste import RaterTaste


def ranking(found: Ranking) -> dict[str, Any]:
    """One ranking with all that it rests on."""
    tally = found.ratings.tally
    place = {contestant: number for number, contestant in enumerate(tally.contestants)}
    order = [each.contestant for each in found.ratings.standings]
    return {
        "votes": found.votes,
        "open_votes": found.open_votes,
        "repeats": found.repeats,
        "raters": found.raters,
        "notices": [*found.notices, *found.unseparated],
        "standings": [_contestant(found, each) for each in found.ratings.standings],
        "wins": [[int(tally.wins[place[one], place[other]]) for other in order] for one in order],
        "ties": [[int(tally.ties[place[one], place[other]]) for other in order] for one in order],
        "both_bad": [[int(tally.both_bad[place[one], place[other]]) for other in order] for one in order],
    }


def style(control: StyleControl) -> dict[str, Any]:
    """The same contestants with style held equal, and what style did."""
    return {
        "unmeasured_votes": control.unmeasured,
        "effects": [_effect(each) for each in control.effects],
        "standings": [
            {"id": each.contestant, "without": _standing(each.without), "controlled": _standing(each.controlled)}
            for each in control.shifts
        ],
    }


def taste(found: RaterTaste) -> dict[str, Any]:
    """What goes with one rater's votes."""
    return {
        "rater": found.rater,
        "votes": found.votes,
        "asked_again": {"repeats": found.again.repeats, "same": found.again.same, "sentence": found.again.sentence},
        "sways": [_sway(sway, words) for sway, words in zip(found.sways, found.sentences, strict=True)],
    }


def _contestant(found: Ranking, standing: Standing) -> dict[str, Any]:
    rated = found.contestants[standing.contestant]
    return {
        "id": standing.contestant,
        "name": found.names[standing.contestant],
        "model": rated.model_name,
        "kind": rated.kind,
        "framing": rated.framing,
        "system_prompt": rated.system_prompt,
        **_standing(standing),
    }


def _standing(standing: Standing) -> dict[str, Any]:
    return {
        "rank": standing.rank,
        "rating": standing.rating,
        "low": standing.low,
        "high": standing.high,
        "wins": standing.wins,
        "losses": standing.losses,
        "ties": standing.ties,
        "both_bad": standing.both_bad,
        "votes": standing.counted,
        "score": standing.score,
        "few_votes": standing.few_votes,
    }


def _effect(effect: Effect) -> dict[str, Any]:
    low, high = effect.picked_interval
    return {
        "trait": effect.trait,
        "coefficient": effect.coefficient,
        "low": effect.low,
        "high": effect.high,
        "step": effect.step,
        "votes": effect.votes,
        "picked_share": effect.picked_share,
        "picked_low": low,
        "picked_high": high,
        "certain": effect.certain,
    }


def _sway(sway: Sway, sentence: str) -> dict[str, Any]:
    return {
        "trait": sway.trait,
        "verdict": sway.verdict,
        "votes": sway.votes,
        "picked": sway.picked,
        "share": sway.share,
        "low": sway.low,
        "high": sway.high,
        "effect": _effect(sway.effect) if sway.effect else None,
        "sentence": sentence,
    }

"""``counterpoint history``: what has been compared, and search in it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from lab.cli import history_file
from lab.cli.output import console, print_json, visible
from lab.records import SearchHit, VoteChoice
from lab.stamps import as_text

if TYPE_CHECKING:
    from lab.storage.search import Filter
    from lab.storage.work import Work

VOTE_WORDS = {VoteChoice.A: "A", VoteChoice.B: "B", VoteChoice.TIE: "tie", VoteChoice.BOTH_BAD: "both bad"}
_MOST_CHARACTERS = 500
"""Of a prompt, before it is cut to the width of the terminal."""


def history(
    search: Annotated[
        list[str] | None,
        typer.Argument(help="Words or their beginnings, in prompts, answers and notes. A phrase: '\"blue sky\"'."),
    ] = None,
    model: Annotated[str, typer.Option(help="Only with this model, on either side.")] = "",
    vote: Annotated[VoteChoice | None, typer.Option(help="Only with this vote.")] = None,
    unvoted: Annotated[bool, typer.Option("--unvoted", help="Only without a vote.")] = False,
    since: Annotated[
        datetime | None,
        typer.Option(
            metavar="DATE",
            formats=["%Y-%m-%d", "%Y-%m-%dT%H:%M"],
            help="Only from this day on, e.g. 2026-01-31, or from this moment, e.g. 2026-01-31T14:00.",
        ),
    ] = None,
    tag: Annotated[str, typer.Option(help="Only from sessions with this tag.")] = "",
    limit: Annotated[int, typer.Option(help="Show at most this many.", min=1, max=1_000_000_000)] = 20,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """List what has been compared: the latest first, or what matches a search best."""
    if vote is not None and unvoted:
        raise typer.BadParameter("--vote and --unvoted can't both hold.")
    if not history_file.is_there():
        print_json([]) if json else console.print(history_file.NOTHING_YET, soft_wrap=True)
        return
    from lab.storage.search import Filter

    wanted = Filter(
        text=" ".join(search or ()),
        model=model,
        choice=vote,
        unvoted=unvoted,
        since_utc=_in_utc(since) if since else "",
        tag=tag,
    )
    with history_file.opened() as store:
        hits, short_ids, total = store.read(_page, wanted, limit).result()
    if json:
        print_json([_as_json(hit) for hit in hits])
    elif not hits:
        console.print("Nothing was found." if wanted != Filter() else history_file.NOTHING_YET, soft_wrap=True)
    else:
        console.print(_table(hits, short_ids))
        if total > len(hits):
            console.print(Text(f"{len(hits):,} of {total:,}. More: --limit {total}", style="dim"))


def _in_utc(local: datetime) -> str:
    try:
        return as_text(local)
    except (ValueError, OverflowError, OSError) as error:
        raise typer.BadParameter("So far back this computer does not know the local time.") from error


def local_time(utc: str) -> str:
    """A moment of the history in the user's time."""
    return f"{datetime.fromisoformat(utc).astimezone():%Y-%m-%d %H:%M}"


def one_line(text: str) -> str:
    """The beginning of a text on one line, safe to print."""
    return visible(" ".join(text[:_MOST_CHARACTERS].split()))


def _page(work: Work, wanted: Filter, limit: int) -> tuple[list[SearchHit], list[str], int]:
    from lab.storage import comparisons, search

    hits = search.find(work, wanted, limit=limit)
    return hits, [comparisons.short_id(work, hit.comparison_id) for hit in hits], search.count(work, wanted)


def _table(hits: list[SearchHit], short_ids: list[str]) -> Table:
    table = Table(box=None, header_style="dim", pad_edge=False)
    for name in ("Id", "When", "Vote"):
        table.add_column(name, no_wrap=True)
    table.add_column("What", no_wrap=True, overflow="ellipsis", ratio=1)
    for hit, short_id in zip(hits, short_ids, strict=True):
        what = Text(one_line(hit.prompt))
        what.append("\n" + " / ".join(one_line(name) or "–" for name in (hit.model_a, hit.model_b)), style="dim")
        if hit.excerpt and one_line(hit.excerpt) != one_line(hit.prompt):
            what.append("\n" + one_line(hit.excerpt), style="italic")
        vote = VOTE_WORDS[hit.choice] if hit.choice else ""
        table.add_row(Text(short_id, style="bold"), local_time(hit.created_utc), vote, what)
    return table


def _as_json(hit: SearchHit) -> dict[str, Any]:
    return {
        "id": hit.comparison_id,
        "session_id": hit.session_id,
        "session_title": hit.session_title,
        "created_utc": hit.created_utc,
        "prompt": hit.prompt,
        "excerpt": hit.excerpt,
        "model_a": hit.model_a,
        "model_b": hit.model_b,
        "vote": hit.choice,
    }

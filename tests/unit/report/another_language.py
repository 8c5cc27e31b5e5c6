"""A program that writes reports where every translated text stands in brackets; texts of modules, too."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

from lab import language


def main(folder: Path) -> None:
    """Write both reports on a history that has something of everything."""
    language.install("fr", lambda text, comment: f"⟦{text}⟧", decimal_mark=",", thousands_mark="\u202f")
    from lab.records import FinishReason, Framing, Kind
    from lab.storage import Store, votes
    from tests.unit.report.documents import html, markdown
    from tests.unit.results.casting import BY_LETTER, compared, player, voted

    ann, bob = player("ann", Framing.CHAT, Kind.CHAT), player("bob")
    long = "Zzz. " * 400
    with Store(folder / "history.db") as store:
        voted(store, ann, bob, "aaab=-" * 8, blind=True)
        voted(store, ann, player("bob", Framing.QA), "ab", rater="Ada")
        voted(store, ann, replace(bob, sampler=replace(bob.sampler, temperature=0.1, mirostat=True)), "a")
        voted(store, ann, bob, "a", rater="Ben", aspect="clear")
        compared(store, ann, player("cleo", Framing.IN_CONTEXT, Kind.UNSURE))
        shown = compared(store, ann, bob, texts=(long, ""), reason=FinishReason.LENGTH_LIMIT)
        store.write(votes.cast, shown, BY_LETTER["a"], reasons_a=["clear"]).result()
        store.write(votes.write_note, shown, "Zzz.").result()
        (folder / "report.html").write_text(html(store), encoding="utf-8")
        (folder / "report.md").write_text(markdown(store), encoding="utf-8")
    with Store(folder / "empty.db") as store:
        (folder / "empty.html").write_text(html(store), encoding="utf-8")
        (folder / "empty.md").write_text(markdown(store), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

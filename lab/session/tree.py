"""The tree of a conversation in memory: every prompt with its answers, and the way from the first to any of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lab.records import AnswerState, Comparison, KeptAnswer, Model, Side, Turn


class Tree:
    """Comparisons by their place. A prompt that was edited or regenerated is a sibling of what it was before.

    Args:
        comparisons: In the order in which they grew, parents before their children.
    """

    def __init__(self, comparisons: Iterable[Comparison] = ()) -> None:
        self._by_id: dict[str, Comparison] = {}
        for comparison in comparisons:
            self.put(comparison)

    def __iter__(self) -> Iterator[Comparison]:
        """All of them, in the order in which they grew."""
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, comparison_id: str) -> bool:
        return comparison_id in self._by_id

    def __getitem__(self, comparison_id: str) -> Comparison:
        """The comparison of that id.

        Raises:
            KeyError: There is none.
        """
        return self._by_id[comparison_id]

    def put(self, comparison: Comparison) -> None:
        """Add a comparison, or put a newer state of it in the place of the older."""
        self._by_id[comparison.id] = comparison

    def children(self, comparison_id: str | None) -> list[str]:
        """The ids of what goes on from a comparison, oldest first; of all first prompts for None."""
        return [each.id for each in self._by_id.values() if each.parent_id == comparison_id]

    def siblings(self, comparison_id: str) -> list[str]:
        """The ids at the same place, oldest first; among them the one asked about."""
        return self.children(self[comparison_id].parent_id)

    def path(self, comparison_id: str | None) -> list[Comparison]:
        """From the first prompt to a comparison, both included; empty for None."""
        way: list[Comparison] = []
        while comparison_id is not None:
            way.append(self[comparison_id])
            comparison_id = way[-1].parent_id
        return way[::-1]

    def newest_end(self, comparison_id: str | None) -> str | None:
        """Where one comes out who always takes the newest way on; None only in an empty tree."""
        while children := self.children(comparison_id):
            comparison_id = children[-1]
        return comparison_id

    def turns(self, comparison_id: str | None, side: Side, model: Model) -> tuple[Turn, ...]:
        """What one side has been through up to a comparison, as it is told to a model.

        Args:
            comparison_id: The last turn; None for none.
            side: Whose answers.
            model: Who will read it. The tokens of an answer mean nothing to a model with another tokenizer.
        """
        turns = []
        for comparison in self.path(comparison_id):
            answer = answer_of(comparison, side)
            if answer is None or not answer.text or answer.state is AnswerState.FAILED:
                continue
            same = answer.contestant.model.tokenizer_sha256 == model.tokenizer_sha256
            tokens = answer.response.token_ids if answer.response and same else ()
            turns.append(Turn(prompt=comparison.prompt, response=answer.text, response_token_ids=tokens))
        return tuple(turns)


def answer_of(comparison: Comparison, side: Side) -> KeptAnswer | None:
    """One side's answer; None if it was not asked."""
    return comparison.a if side is Side.A else comparison.b

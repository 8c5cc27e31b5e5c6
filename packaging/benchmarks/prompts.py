"""The texts that are measured with: ordinary prose, so that the samplers have ordinary work."""

from __future__ import annotations

STORY = "The history of the steam engine begins"
"""A beginning that a model of any kind goes on from for as long as it is let."""

OTHER_STORY = "Once upon a time, in a village by the sea, there lived"
"""Has nothing in common with ``STORY``."""

_SENTENCES = (
    "The mill by the river ground corn for three villages; on market days the carts stood in a line up to the church.",
    "Nobody could say when the wheel had last been mended, yet it turned as evenly as in their grandparents' time.",
    "In a dry summer the miller opened the upper gate at dawn, let the pond fill, and worked from noon to evening.",
    "His daughter kept the books; she noted every sack, its weight, its owner, and whether the grain had been wet.",
    "When the railway came, flour from the city was cheaper, and one farmer after another stopped coming.",
    "They sold the stones to a museum and put a small turbine where the wheel had been.",
    "It gave light to eleven houses, and on winter nights people walked over from the next valley to look at it.",
    "The old account books are still there, and a school class once drew the harvests of a century from them.",
)


def prose(words: int, first: int = 0) -> str:
    """Prose of about so many words.

    Args:
        words: How many, at least.
        first: Which sentence comes first. Two texts with different ones differ from their first words on.
    """
    sentences: list[str] = [f"Part {first + 1}."]
    count = 0
    place = first
    while count < words:
        sentence = _SENTENCES[place % len(_SENTENCES)]
        # Each round gets a number, so that no model can see the text as a mere repetition.
        sentences.append(sentence if place < len(_SENTENCES) else f"In year {place // len(_SENTENCES)}: {sentence}")
        count += len(sentences[-1].split())
        place += 1
    return " ".join(sentences)

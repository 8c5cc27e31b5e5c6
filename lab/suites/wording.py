"""What is said to people about a suite that ships, in another language than English; what models are asked stays."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from lab.suites.suite import Slug, Suite


class Wording(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Such a file."""

    title: str
    shows: str
    for_whom: str
    look_for: Mapping[Slug, str]
    """What a person should look for in the answers to each item, by the items' ids."""


def worded(suite: Suite, toml: bytes) -> Suite:
    """The same suite, spoken of in other words.

    Args:
        suite: The suite.
        toml: What is in the file with the words.
    """
    words = msgspec.toml.decode(toml, type=Wording)
    items = tuple(
        msgspec.structs.replace(item, look_for=words.look_for.get(item.id, item.look_for)) for item in suite.items
    )
    return msgspec.structs.replace(suite, title=words.title, shows=words.shows, for_whom=words.for_whom, items=items)

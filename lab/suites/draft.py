"""A suite in the making: what its file would hold, which may be wrong anywhere while somebody writes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from msgspec.structs import FieldInfo, fields

from lab.language import number, tr
from lab.suites.checks.kinds import AnyCheck
from lab.suites.faults import BadSuite, plain, split
from lab.suites.suite import MOST_ITEMS, Item, Suite

Table = Mapping[str, Any]
"""Fields by their names in a file; nobody changes one, a change makes another."""

_NOTHING = "Expected `str` of length >= 1"
_OF_SUITE: dict[str, FieldInfo] = {each.name: each for each in fields(Suite)}
_OF_ITEM: dict[str, FieldInfo] = {each.name: each for each in fields(Item)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that is not as it must be."""

    place: int | None
    """Of the prompt, from 0; None for the suite itself."""
    field: str
    """Its name, e.g. ``prompt``, ``turns[0]``, ``checks[1].most``."""
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A suite as it is being written. What is as if it had been left out is left out."""

    head: Table
    """All but the prompts."""
    items: tuple[Table, ...] = ()

    @classmethod
    def of(cls, suite: Suite) -> Draft:
        """What is in a suite."""
        document = msgspec.json.decode(msgspec.json.encode(suite))  # with lists, as a file has them
        items = tuple(document.pop("items"))
        return cls(head=document, items=items)

    def with_field(self, place: int | None, name: str, value: Any) -> Draft:
        """With another value of a field.

        Args:
            place: Of the prompt; None for the suite itself.
            name: Of the field.
            value: As a file holds it; empty or None to leave it out.
        """
        if place is None:
            return replace(self, head=_with(self.head, _OF_SUITE, name, value))
        return self.with_item(place, _with(self.items[place], _OF_ITEM, name, value))

    def with_item(self, place: int, item: Table) -> Draft:
        """With another prompt in a place."""
        return replace(self, items=(*self.items[:place], item, *self.items[place + 1 :]))

    def with_new(self, place: int, item: Table) -> Draft:
        """With one more prompt, which gets an id of its own.

        Args:
            place: Where it stands then.
            item: What is in it; its id counts for nothing.
        """
        own = {"id": self._free_id(), **{key: value for key, value in item.items() if key != "id"}}
        return replace(self, items=(*self.items[:place], own, *self.items[place:]))

    def without(self, place: int) -> Draft:
        """With a prompt less."""
        return replace(self, items=(*self.items[:place], *self.items[place + 1 :]))

    def moved(self, place: int, to: int) -> Draft:
        """With a prompt in another place."""
        rest = self.without(place).items
        return replace(self, items=(*rest[:to], self.items[place], *rest[to:]))

    def suite(self) -> Suite:
        """The suite.

        Raises:
            BadSuite: There are faults; the first is named.
        """
        if found := faults(self):
            raise BadSuite(f"{where(found[0])}: {found[0].sentence}")
        return self._converted()

    def _converted(self) -> Suite:
        return msgspec.convert({**self.head, "items": self.items}, Suite)

    def _free_id(self) -> str:
        taken = {item.get("id") for item in self.items}
        number = len(self.items) + 1
        while f"p{number}" in taken:
            number += 1
        return f"p{number}"


def where(fault: Fault) -> str:
    """A fault's place in words: ``prompt 3``, ``the suite``."""
    return tr("the suite") if fault.place is None else tr("prompt {n}", n=number(fault.place + 1))


def faults(draft: Draft) -> tuple[Fault, ...]:
    """All that is wrong, as the reading of a file would say it: the suite's own first, then prompt by prompt."""
    try:
        draft._converted()
    except msgspec.ValidationError:
        found = list(_of_fields(None, draft.head, _OF_SUITE))
        if not draft.items:
            found.append(_fault(None, "items", "Expected `array` of length >= 1"))
        if len(draft.items) > MOST_ITEMS:
            found.append(_fault(None, "items", f"Expected `array` of length <= {MOST_ITEMS}"))
        for place, item in enumerate(draft.items):
            try:
                msgspec.convert(item, Item)
            except msgspec.ValidationError:
                found.extend(_of_fields(place, item, _OF_ITEM))
    else:
        found = []
    return (*found, *_twins(draft.items))


def check_faults(check: Table) -> tuple[tuple[str, str], ...]:
    """What is wrong with a check: the name of the field (empty for all of it) and a sentence; empty if nothing is."""
    try:
        msgspec.convert(check, AnyCheck)
    except msgspec.ValidationError as error:
        what, path = split(str(error))
        return ((path.lstrip("."), _sentence(what, path)),)
    return ()


def _of_fields(place: int | None, table: Table, known: Mapping[str, FieldInfo]) -> Sequence[Fault]:
    found = []
    for name, field in known.items():
        if name == "items" or name not in table:
            continue
        value = table[name]
        if name == "checks":
            for number, check in enumerate(value):
                for path, sentence in check_faults(check):
                    under = f".{path}" if path else ""
                    found.append(Fault(place=place, field=f"checks[{number}]{under}", sentence=sentence))
            if not found or not found[-1].field.startswith("checks"):
                found.extend(_of_field(place, name, value, field))
        elif field.required and isinstance(value, str) and not value.strip():
            found.append(_fault(place, name, _NOTHING))
        else:
            found.extend(_of_field(place, name, value, field))
    return found


def _of_field(place: int | None, name: str, value: Any, field: FieldInfo) -> Sequence[Fault]:
    try:
        msgspec.convert(value, field.type)
    except msgspec.ValidationError as error:
        what, path = split(str(error))
        return [_fault(place, f"{name}{path}", what)]
    return []


def _twins(items: Sequence[Table]) -> Sequence[Fault]:
    first: dict[Any, int] = {}
    return [
        Fault(place=place, field="id", sentence=tr("Prompt {n} has the same id.", n=number(first[item["id"]] + 1)))
        for place, item in enumerate(items)
        if first.setdefault(item.get("id"), place) != place
    ]


def _fault(place: int | None, field: str, said: str) -> Fault:
    return Fault(place=place, field=field, sentence=_sentence(said, field))


def _sentence(said: str, path: str) -> str:
    words = plain(said, path)
    return f"{words[:1].upper()}{words[1:]}."


def _with(table: Table, known: Mapping[str, FieldInfo], name: str, value: Any) -> Table:
    left_out = not known[name].required and (value is None or value in ("", [], ()) or value == known[name].default)
    if left_out:
        return {key: each for key, each in table.items() if key != name}
    if name in table:
        return {key: value if key == name else each for key, each in table.items()}
    order = list(known)
    return dict(sorted({**table, name: value}.items(), key=lambda pair: order.index(pair[0])))

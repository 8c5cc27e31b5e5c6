"""Sentences about the Hub token: whether there is one, where it is, and where one that is given would be kept."""

from __future__ import annotations

from lab.language import tr
from lab.models.token_store import TokenPlace
from ui.models.token_keeper import TokenState

WHAT_FOR = tr(
    "Some models are only given to people who have accepted their terms. With a token of your Hugging Face account, "
    "Counterpoint can search and download as you. Everything else works without one."
)
HOW_TO_GET = tr("Make one on huggingface.co under Settings, Access Tokens. Reading is all that it must allow.")
_THERE = {
    TokenPlace.KEYRING: tr("There is one, in the system’s keyring."),
    TokenPlace.SESSION: tr("There is one, until the program ends."),
    TokenPlace.ENVIRONMENT: tr("There is one, given by the variable HF_TOKEN."),
}


def state_sentence(state: TokenState | None) -> str:
    """Whether there is a token, and where."""
    if state is None:
        return tr("Looking for it …")
    return _THERE[state.place] if state.place else tr("There is none. Most models need none.")


def place_sentence(state: TokenState | None) -> str:
    """Where a token that is given now is kept."""
    if state is None:
        return ""
    if state.place is TokenPlace.ENVIRONMENT:
        return tr(
            "As long as HF_TOKEN is set, it goes before one in the keyring. Take it out of the environment first."
        )
    if not state.has_keyring:
        return tr("This computer has no keyring that can be used, so a token is kept only until the program ends.")
    if state.place is TokenPlace.SESSION:
        return tr("The keyring did not take it, so it is kept only until the program ends.")
    return tr("It is kept in the system’s keyring, never in a file, and it is not shown again.")


def can_forget(state: TokenState | None) -> bool:
    """Whether there is one that is ours to forget."""
    return state is not None and state.place in (TokenPlace.KEYRING, TokenPlace.SESSION)

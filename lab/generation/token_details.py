"""How probable a token was to the model itself, and which others could have come."""

from __future__ import annotations

from lab.generation.backend import Backend
from lab.records import Rival, TokenDetail


def token_detail(backend: Backend, token_id: int, rivals: int) -> TokenDetail:
    """Describe the token that was just drawn.

    Args:
        backend: Must not have read on since the draw.
        token_id: What was drawn.
        rivals: How many of the most probable tokens to name.
    """
    import numpy as np  # late: only asked-for probabilities need it

    logprobs = backend.logprobs()
    count = min(rivals, logprobs.shape[0])
    best = np.argpartition(logprobs, -count)[-count:]
    ordered = best[np.argsort(logprobs[best])[::-1]]

    def text_of(token: int) -> str:
        return backend.piece(token).decode("utf-8", errors="replace")

    return TokenDetail(
        token_id=token_id,
        text=text_of(token_id),
        logprob=float(logprobs[token_id]),
        rivals=tuple(
            Rival(token_id=int(token), text=text_of(int(token)), logprob=float(logprobs[token])) for token in ordered
        ),
    )

"""Records to keep, for the tests."""

from __future__ import annotations

import math

from lab.records import (
    Contestant,
    FinishReason,
    Framing,
    Kind,
    KindVerdict,
    Model,
    Response,
    Rival,
    SamplerSettings,
    TokenDetail,
)
from lab.storage import Store, answers, comparisons, sessions


def contestant(name: str = "tiny-base", *, seed: int = 42) -> Contestant:
    return Contestant(
        model=Model(
            name=name,
            path=f"/models/{name}.gguf",
            size_bytes=1000,
            sha256="ab" * 32,
            verdict=KindVerdict(kind=Kind.BASE, confidence=0.9, evidence=("It has no chat template.",)),
            architecture="llama",
            quantization="Q4_K_M",
            parameters=1000,
            context_tokens=2048,
            has_chat_template=False,
            tokenizer_sha256="cd" * 32,
        ),
        framing=Framing.RAW,
        sampler=SamplerSettings(seed=seed, logit_bias=((7, -math.inf),), stop_texts=("\n\n",)),
    )


def response(text: str = "The sky is blue.", *, of: Contestant | None = None) -> Response:
    return Response(
        contestant=of or contestant(),
        rendered_prompt="Why is the sky blue?",
        text=text,
        token_ids=(1, 2, 3),
        finish_reason=FinishReason.END_OF_ANSWER,
        prompt_tokens=6,
        cached_prompt_tokens=2,
        completion_tokens=3,
        dropped_turns=0,
        time_to_first_token_ms=12.5,
        tokens_per_second=30.25,
        prompt_tokens_per_second=None,
        details=(
            TokenDetail(token_id=1, text="The", logprob=-0.5, rivals=(Rival(token_id=9, text="A", logprob=-math.inf),)),
        ),
    )


def compared(
    store: Store,
    prompt: str = "Why is the sky blue?",
    *,
    session_id: str = "",
    parent_id: str | None = None,
    a: str = "Because of scattering.",
    b: str = "The sky is blue because",
) -> str:
    """A finished comparison; in a new session unless told otherwise."""
    session_id = session_id or store.write(sessions.create).result()
    answer_a = store.write(answers.begin, contestant("a-model")).result()
    answer_b = store.write(answers.begin, contestant("b-model")).result()
    comparison_id = store.write(
        comparisons.add, session_id, prompt, a=answer_a, b=answer_b, parent_id=parent_id
    ).result()
    store.write(answers.finish, answer_a, response(a, of=contestant("a-model"))).result()
    store.write(answers.finish, answer_b, response(b, of=contestant("b-model"))).result()
    return comparison_id

"""Sampler settings as a chain of llama.cpp's samplers, in llama.cpp's own order."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator, Sequence
from typing import Any

import llama_cpp as llama

from lab.errors import SamplerRejected
from lab.generation.sampler_ranges import check
from lab.language import tr
from lab.records import SamplerSettings

_DRY_BREAKERS = (b"\n", b":", b'"', b"*")
_KEEP_AT_LEAST_ONE = 1


class LlamaSampler:
    """Draws the tokens of one answer.

    Args:
        model: llama.cpp's model.
        settings: How to draw.
        prompt_token_ids: What the penalties and DRY see as already said.

    Raises:
        SamplerRejected: A setting is out of range or the grammar does not parse.
    """

    def __init__(self, model: Any, settings: SamplerSettings, prompt_token_ids: Sequence[int]) -> None:
        check(settings)
        self._vocab = llama.llama_model_get_vocab(model)
        self._vocabulary_tokens = llama.llama_vocab_n_tokens(self._vocab)
        self._grammar = self._make_grammar(settings.grammar)
        chain_params = llama.llama_sampler_chain_default_params()
        chain_params.no_perf = True
        self._chain = llama.llama_sampler_chain_init(chain_params)
        for sampler in self._steps(settings, llama.llama_model_n_ctx_train(model), prompt_token_ids):
            llama.llama_sampler_chain_add(self._chain, sampler)
        self._candidates: Any = None

    def draw(self, context: Any, place: int = -1) -> int:
        """The next token, drawn from what ``context`` last predicted.

        Args:
            context: llama.cpp's context.
            place: Whose prediction: the place of its token in the last batch; -1 for the last token.
        """
        if self._grammar is None:
            token: int = llama.llama_sampler_sample(self._chain, context, place)
            return token
        return self._draw_with_grammar(context, place)

    def close(self) -> None:
        """Free the chain."""
        if self._chain:
            llama.llama_sampler_free(self._chain)
            self._chain = None
        if self._grammar:
            llama.llama_sampler_free(self._grammar)
            self._grammar = None

    def _draw_with_grammar(self, context: Any, place: int) -> int:
        """Draw freely first: checking one token against a grammar is cheap, checking a vocabulary is not."""
        token = self._apply(context, place, grammar_first=False)
        if not self._grammar_allows(token):
            token = self._apply(context, place, grammar_first=True)
        llama.llama_sampler_accept(self._grammar, token)
        llama.llama_sampler_accept(self._chain, token)
        return token

    def _apply(self, context: Any, place: int, *, grammar_first: bool) -> int:
        import numpy as np  # late: only grammars need it

        if self._candidates is None:
            layout = np.dtype([("id", np.int32), ("logit", np.float32), ("p", np.float32)])
            self._candidates = np.empty(self._vocabulary_tokens, dtype=layout)
        candidates = self._candidates
        candidates["id"] = np.arange(self._vocabulary_tokens, dtype=np.int32)
        logits = llama.llama_get_logits_ith(context, place)
        candidates["logit"] = np.ctypeslib.as_array(logits, (self._vocabulary_tokens,))
        candidates["p"] = 0
        data = candidates.ctypes.data_as(ctypes.POINTER(llama.llama_token_data))
        array = llama.llama_token_data_array(data, self._vocabulary_tokens, -1, False)
        if grammar_first:
            llama.llama_sampler_apply(self._grammar, ctypes.byref(array))
        llama.llama_sampler_apply(self._chain, ctypes.byref(array))
        return int(array.data[array.selected].id)

    def _grammar_allows(self, token: int) -> bool:
        one = llama.llama_token_data(token, 1.0, 0.0)
        array = llama.llama_token_data_array(ctypes.pointer(one), 1, -1, False)
        llama.llama_sampler_apply(self._grammar, ctypes.byref(array))
        return not math.isinf(array.data[0].logit)

    def _make_grammar(self, text: str) -> Any:
        if not text.strip():
            return None
        grammar = llama.llama_sampler_init_grammar(self._vocab, text.encode(), b"root")
        if not grammar:
            raise SamplerRejected(
                tr("The grammar does not parse."),
                tr('It must be llama.cpp\'s GBNF with a rule named root, e.g. root ::= "yes" | "no".'),
            )
        return grammar

    def _steps(self, settings: SamplerSettings, trained_for: int, prompt: Sequence[int]) -> Iterator[Any]:
        if settings.logit_bias:
            biases = (llama.llama_logit_bias * len(settings.logit_bias))(*settings.logit_bias)
            yield llama.llama_sampler_init_logit_bias(self._vocabulary_tokens, len(biases), biases)
        yield from (_having_seen(step, prompt) for step in self._history_steps(settings, trained_for))
        if settings.mirostat:
            yield llama.llama_sampler_init_temp(settings.temperature)
            yield llama.llama_sampler_init_mirostat_v2(settings.seed, settings.mirostat_tau, settings.mirostat_eta)
            return
        if settings.temperature <= 0:
            yield llama.llama_sampler_init_greedy()
            return
        if settings.top_k > 0:
            yield llama.llama_sampler_init_top_k(settings.top_k)
        if settings.typical_p < 1:
            yield llama.llama_sampler_init_typical(settings.typical_p, _KEEP_AT_LEAST_ONE)
        if settings.top_p < 1:
            yield llama.llama_sampler_init_top_p(settings.top_p, _KEEP_AT_LEAST_ONE)
        if settings.min_p > 0:
            yield llama.llama_sampler_init_min_p(settings.min_p, _KEEP_AT_LEAST_ONE)
        if settings.xtc_probability > 0:
            yield llama.llama_sampler_init_xtc(
                settings.xtc_probability, settings.xtc_threshold, _KEEP_AT_LEAST_ONE, settings.seed
            )
        if settings.temperature != 1:
            yield llama.llama_sampler_init_temp(settings.temperature)
        yield llama.llama_sampler_init_dist(settings.seed)

    def _history_steps(self, settings: SamplerSettings, trained_for: int) -> Iterator[Any]:
        """The steps that look at what has been said."""
        penalties = (settings.repeat_penalty, settings.frequency_penalty, settings.presence_penalty)
        if penalties != (1, 0, 0) and settings.penalty_last_n > 0:
            yield llama.llama_sampler_init_penalties(self._vocabulary_tokens, settings.penalty_last_n, *penalties)
        if settings.dry_multiplier > 0 and settings.dry_last_n > 0:
            breakers = (ctypes.c_char_p * len(_DRY_BREAKERS))(*_DRY_BREAKERS)
            yield llama.llama_sampler_init_dry(
                self._vocab,
                settings.dry_multiplier,
                settings.dry_base,
                settings.dry_allowed_length,
                min(settings.dry_last_n, trained_for),
                ctypes.cast(breakers, ctypes.POINTER(ctypes.c_char_p)),
                len(_DRY_BREAKERS),
            )


def _having_seen(sampler: Any, prompt_token_ids: Sequence[int]) -> Any:
    for token in prompt_token_ids:
        llama.llama_sampler_accept(sampler, token)
    return sampler

"""How much memory a model will take, worked out from its header before anything is loaded.

An estimate of what llama.cpp allocates with this program's own settings on a CPU: one sequence, a 16-bit KV cache,
micro-batches of 128 tokens, no flash attention, no full-size cache for sliding windows. Checked against the sizes that
llama.cpp 0c1e57098 logs for both package-index starter models at 512 to 32,768 tokens: the KV cache agrees to the
byte, the compute buffer comes out 0 to 30 percent too large, 2 MB at most. Checked too against what whole workers hold
in memory (Linux, x86-64).
"""

from __future__ import annotations

import platform
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lab.models.gguf_header import GgufHeader
from lab.models.gguf_walk import GgufList

MICRO_BATCH_TOKENS = 128
"""How many tokens llama.cpp works through at a time (``n_ubatch``)."""

CONTEXT_STEP_TOKENS = 256
"""llama.cpp rounds the context, and the cache of a sliding window, up to this."""

WORKER_BYTES = 80_000_000
"""What a worker process takes apart from its model: Python, numpy, llama.cpp (62 MB measured, and some air)."""

TOKEN_BYTES = 150
"""What it takes for each token of the vocabulary: its text and the tables to find it (140 measured)."""

_KV_WEIGHT_BYTES = 2  # f16
_NUMBER_BYTES = 4  # f32
_MOST_LAYERS = 512  # llama.cpp takes no more
_USUAL_VOCABULARY_TOKENS = 130_000
_ABSURD = 1 << 60  # more than any machine has; a header may claim more than can be written to a file

# After how many layers one without a sliding window comes, where the file does not say (``load_swa_pattern`` in
# llama.cpp's src/models). Other architectures ignore ``attention.sliding_window`` and keep the whole context.
_WINDOW_PATTERNS = {
    "gemma2": 2, "gemma3": 6, "gemma3n": 5, "gemma4": 6, "cohere2": 4, "gpt-oss": 2, "olmo2": 4, "plamo3": 8,
    "mellum": 4, "afmoe": 4,
}  # fmt: skip

# Weights of these types are copied into another order for the CPU's wide instructions (ggml-cpu/repack.cpp).
_REPACKED_X86 = {"Q4_0", "Q4_K", "IQ4_NL", "MXFP4"}
_REPACKED_ARM = _REPACKED_X86 | {"Q5_K", "Q6_K", "Q8_0"}


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryNeed:
    """What one loaded model takes, in bytes, part by part."""

    path: str
    """The model file; two models on one file share its weights."""
    weights: int
    """The file, which is mapped into memory."""
    repacked: int
    """Copies of weights in the order that this CPU likes."""
    kv_cache: int
    """The memory of the conversation."""
    compute: int
    """llama.cpp's working buffers."""
    worker: int
    """The process around it."""

    @property
    def total(self) -> int:
        """All parts together."""
        return self.weights + self.repacked + self.kv_cache + self.compute + self.worker


@dataclass(frozen=True, slots=True, kw_only=True)
class MemoryShape:
    """What decides how much a model takes, whatever context it gets; small enough to keep for every file."""

    path: str
    """The model file."""
    weights: int
    """Bytes of the file, of all parts together if it is split."""
    matrix_bytes_by_type: Mapping[str, int]
    """Bytes of the weight matrices by weight type."""
    trained_tokens: int
    """The longest context it was trained for; 0 if the file does not say."""
    window_tokens: int
    """How far the layers with a sliding window look back; 0 if there are none."""
    kv_bytes_per_token: int
    """Of the layers that see the whole conversation, together."""
    window_kv_bytes_per_token: int
    """Of the layers with a sliding window, together."""
    feed_forward_numbers: int
    """32-bit numbers of working memory that a token takes in a layer's feed-forward part."""
    attention_numbers: int
    """The same in its attention part, without the scores."""
    attention_heads: int
    """Each has a score for every pair of a token that is read and one that is remembered."""
    vocabulary_tokens: int

    def need(self, context_tokens: int, *, repack: bool = True) -> MemoryNeed:
        """Estimate what the model takes once it is loaded.

        Args:
            context_tokens: The context that will be asked for; more than it was trained for is cut down to that.
            repack: Whether llama.cpp may keep copies of weights in a faster order (``use_extra_bufts``).

        Returns:
            The parts, in bytes.
        """
        cells = _padded(max(1, min(context_tokens, self.trained_tokens or context_tokens)))
        window_cells = _padded(min(cells, self.window_tokens + MICRO_BATCH_TOKENS)) if self.window_tokens else 0
        kv_cache = cells * self.kv_bytes_per_token + window_cells * self.window_kv_bytes_per_token
        # llama.cpp's allocator uses memory again from layer to layer and from part to part: its peak is that of the
        # larger part. The attention masks stay, and so do the logits of one token.
        scores = self.attention_heads * cells
        numbers_per_token = max(self.feed_forward_numbers, self.attention_numbers + scores) + cells + window_cells
        return MemoryNeed(
            path=self.path,
            weights=self.weights,
            repacked=_repacked(self.matrix_bytes_by_type) if repack else 0,
            kv_cache=kv_cache,
            compute=(MICRO_BATCH_TOKENS * numbers_per_token + self.vocabulary_tokens) * _NUMBER_BYTES,
            worker=WORKER_BYTES + self.vocabulary_tokens * TOKEN_BYTES,
        )


def memory_shape(header: GgufHeader) -> MemoryShape:
    """Take from a header what decides about memory."""
    window = _number(header, "attention.sliding_window")
    windowed = _windowed_layers(header, window)
    whole_bytes, window_bytes = _kv_bytes_per_token(header, windowed)
    feed_forward, attention = _activations(header)
    return MemoryShape(
        path=str(header.path),
        weights=header.file_bytes,
        matrix_bytes_by_type=header.matrix_bytes_by_type,
        trained_tokens=min(header.context_tokens, _ABSURD),
        window_tokens=min(window, _ABSURD) if any(windowed) else 0,
        kv_bytes_per_token=min(whole_bytes, _ABSURD),
        window_kv_bytes_per_token=min(window_bytes, _ABSURD),
        feed_forward_numbers=min(feed_forward, _ABSURD),
        attention_numbers=min(attention, _ABSURD),
        attention_heads=min(_number(header, "attention.head_count"), _ABSURD),
        vocabulary_tokens=header.vocabulary_tokens,
    )


def rough_shape(name: str, size_bytes: int, quantization: str, trained_tokens: int = 0) -> MemoryShape:
    """What a file that is not here yet may take, from its size alone; to warn before a download, not to run by.

    The weights are most of it and are right. The memory of the conversation is that of a usual model of this size; of
    real ones it may be a third (Llama 3.2 1B) or three times as much (OLMo 2 7B).

    Args:
        name: Stands for the file, so that the same one on both sides counts once.
        size_bytes: Of the file, of all parts together.
        quantization: E.g. ``Q4_K_M``.
        trained_tokens: The longest context it was trained for; 0 if unknown.
    """
    stored = {"MXFP4_MOE": "MXFP4"}.get(quantization, "_".join(quantization.split("_")[:2]))
    kv_bytes = 25_000 + round(85_000 * min(1.0, size_bytes / 1e9) + 8_000 * size_bytes / 1e9)
    return MemoryShape(
        path=name,
        weights=size_bytes,
        # Not all of it: the table of tokens is stored in another way.
        matrix_bytes_by_type={stored: size_bytes * 3 // 4},
        trained_tokens=trained_tokens,
        window_tokens=0,
        kv_bytes_per_token=kv_bytes,
        window_kv_bytes_per_token=0,
        feed_forward_numbers=10_000 + size_bytes // 100_000,
        attention_numbers=5_000 + size_bytes // 200_000,
        attention_heads=min(32, 8 + size_bytes // 40_000_000),
        vocabulary_tokens=_USUAL_VOCABULARY_TOKENS,
    )


def memory_need(header: GgufHeader, context_tokens: int, *, repack: bool = True) -> MemoryNeed:
    """Estimate what a model takes once it is loaded; see ``MemoryShape.need``."""
    return memory_shape(header).need(context_tokens, repack=repack)


def total_bytes(needs: Iterable[MemoryNeed]) -> int:
    """What several loaded models take together; weights from one file count once."""
    total, seen = 0, set[str]()
    for need in needs:
        total += need.total - (need.weights if need.path in seen else 0)
        seen.add(need.path)
    return total


def _kv_bytes_per_token(header: GgufHeader, windowed: list[bool]) -> tuple[int, int]:
    """What one token of the conversation takes in the layers that see all of it, and in those that look back a bit."""
    embedding, heads = _number(header, "embedding_length"), _number(header, "attention.head_count") or 1
    key = _number(header, "attention.key_length") or embedding // heads
    value = _number(header, "attention.value_length") or embedding // heads
    latent = _number(header, "attention.kv_lora_rank")
    if latent and _number(header, "attention.key_length_mla"):
        # Multi-head latent attention keeps one compressed vector a token and layer.
        return len(windowed) * (latent + _number(header, "rope.dimension_count")) * _KV_WEIGHT_BYTES, 0
    window_key = _number(header, "attention.key_length_swa") or key
    window_value = _number(header, "attention.value_length_swa") or value
    whole = in_windows = 0
    for layer, in_window in enumerate(windowed):
        kv_heads = _number(header, "attention.head_count_kv", layer, default=heads)
        if in_window:
            in_windows += kv_heads * (window_key + window_value) * _KV_WEIGHT_BYTES
        else:
            whole += kv_heads * (key + value) * _KV_WEIGHT_BYTES
    return whole, in_windows


def _windowed_layers(header: GgufHeader, window: int) -> list[bool]:
    """For each layer that has a cache of its own, whether it looks through a sliding window only."""
    layers = min(header.layers, _MOST_LAYERS)
    shared = _number(header, "attention.shared_kv_layers")
    count = max(0, layers - shared)
    pattern = _WINDOW_PATTERNS.get(header.architecture)
    if not window or pattern is None:
        return [False] * count
    said = header.of_architecture("attention.sliding_window_pattern")
    if isinstance(said, GgufList) and len(said.values) >= layers:
        return [bool(said.values[layer]) for layer in range(count)]
    pattern = _number(header, "attention.sliding_window_pattern") or pattern
    return [layer % pattern < pattern - 1 for layer in range(count)]


def _activations(header: GgufHeader) -> tuple[int, int]:
    """Working memory for one token in the feed-forward part and in the attention part of a layer, in 32-bit numbers.

    Four feed-forward rows and two attention rows, or six attention rows beside the scores: fitted to llama.cpp's log.
    """
    heads, embedding = _number(header, "attention.head_count"), _number(header, "embedding_length")
    attention = max(embedding, heads * _number(header, "attention.key_length"))
    experts = max(1, _number(header, "expert_used_count"))
    feed_forward = max(_number(header, "feed_forward_length"), experts * _number(header, "expert_feed_forward_length"))
    return 4 * feed_forward + 2 * attention, 6 * attention


def _repacked(matrix_bytes_by_type: Mapping[str, int]) -> int:
    arm = platform.machine().lower() in ("arm64", "aarch64")
    kinds = _REPACKED_ARM if arm else _REPACKED_X86
    return sum(size for name, size in matrix_bytes_by_type.items() if name in kinds)


def _number(header: GgufHeader, key: str, layer: int = 0, *, default: int = 0) -> int:
    """A whole number of this architecture, or that of one layer where the file has a list; never negative."""
    value = header.of_architecture(key)
    if isinstance(value, GgufList):
        value = value.values[layer] if layer < len(value.values) else None
    return max(0, value) if isinstance(value, int) else default


def _padded(tokens: int) -> int:
    return -(-tokens // CONTEXT_STEP_TOKENS) * CONTEXT_STEP_TOKENS

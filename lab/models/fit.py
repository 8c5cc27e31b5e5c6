"""How much memory a model will take, worked out from its header before anything is loaded.

An estimate of what llama.cpp allocates with this program's own settings: one sequence, a 16-bit KV cache, batches of
512 tokens, flash attention, no full-size cache for sliding windows. Checked against the sizes that llama.cpp 0c1e57098
logs for both package-index starter models at 512 to 32,768 tokens: the KV cache agrees to the byte, the compute
buffer comes out 4 to 17 percent too large.
"""

from __future__ import annotations

import platform
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import psutil

from lab.models.gguf_header import GgufHeader
from lab.models.gguf_walk import GgufList

BATCH_TOKENS = 512
"""How many tokens the engine gives llama.cpp at a time (``n_batch`` and ``n_ubatch``)."""

WORKER_BYTES = 150_000_000
"""What a worker process takes apart from its model: Python, numpy, llama.cpp, its buffers."""

_KV_WEIGHT_BYTES = 2  # f16
_CELL_STEP = 256  # llama.cpp pads the context and the sliding-window cache to this
_MOST_LAYERS = 512  # llama.cpp takes no more

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


def memory_need(header: GgufHeader, context_tokens: int, *, repack: bool = True) -> MemoryNeed:
    """Estimate what a model takes once it is loaded.

    Args:
        header: Of the model file.
        context_tokens: The context that will be asked for; more than it was trained for is cut down to that.
        repack: Whether llama.cpp may keep copies of weights in a faster order (``use_extra_bufts``).

    Returns:
        The parts, in bytes.
    """
    trained_for = header.context_tokens or context_tokens
    cells = _padded(max(1, min(context_tokens, trained_for)))
    window = _number(header, "attention.sliding_window")
    window_cells = _padded(min(cells, window + BATCH_TOKENS)) if window else cells
    windowed = _windowed_layers(header, window)
    return MemoryNeed(
        path=str(header.path),
        weights=header.file_bytes,
        repacked=_repacked(header) if repack else 0,
        kv_cache=_kv_cache(header, windowed, cells, window_cells),
        compute=_compute(header, cells, window_cells if any(windowed) else 0),
        worker=WORKER_BYTES,
    )


def total_bytes(needs: Iterable[MemoryNeed]) -> int:
    """What several loaded models take together; weights from one file count once."""
    total, seen = 0, set[str]()
    for need in needs:
        total += need.total - (need.weights if need.path in seen else 0)
        seen.add(need.path)
    return total


def fits(needs: Iterable[MemoryNeed], available: int) -> bool:
    """Whether all of them fit into so many bytes at the same time."""
    return total_bytes(needs) <= available


def available_bytes() -> int:
    """How much memory can be had now without swapping: what the machine has, or the control group if it has less."""
    free = int(psutil.virtual_memory().available)
    group = _own_group(Path("/proc/self/cgroup"), Path("/sys/fs/cgroup"))
    return min([free, *(room for folder in group if (room := _group_room(folder)) is not None)])


def _own_group(membership: Path, root: Path) -> list[Path]:
    """The folders of this process's control group (version 2) and of the groups around it."""
    try:
        lines = membership.read_text().splitlines()
    except OSError:
        return []
    inside = next((line.removeprefix("0::/") for line in lines if line.startswith("0::/")), None)
    if inside is None:
        return []
    # In a container the named folder may not be visible; what stands at the root then is our own.
    folder = root / inside
    return [folder, *(parent for parent in folder.parents if parent == root or root in parent.parents)]


def _group_room(folder: Path) -> int | None:
    """How many bytes a control group still has, or None if it has no limit."""
    try:
        limit = (folder / "memory.max").read_text().strip()
        if limit == "max":
            return None
        used = int((folder / "memory.current").read_text())
        counters = dict(line.split(" ", 1) for line in (folder / "memory.stat").read_text().splitlines())
        cached = int(counters.get("inactive_file", 0)) + int(counters.get("active_file", 0))
        return max(0, int(limit) - max(0, used - cached))
    except (OSError, ValueError):
        return None


def _kv_cache(header: GgufHeader, windowed: list[bool], cells: int, window_cells: int) -> int:
    embedding, heads = _number(header, "embedding_length"), _number(header, "attention.head_count") or 1
    key = _number(header, "attention.key_length") or embedding // heads
    value = _number(header, "attention.value_length") or embedding // heads
    latent = _number(header, "attention.kv_lora_rank")
    if latent and _number(header, "attention.key_length_mla"):
        # Multi-head latent attention keeps one compressed vector a token and layer.
        return len(windowed) * cells * (latent + _number(header, "rope.dimension_count")) * _KV_WEIGHT_BYTES
    window_key = _number(header, "attention.key_length_swa") or key
    window_value = _number(header, "attention.value_length_swa") or value
    total = 0
    for layer, in_window in enumerate(windowed):
        kv_heads = _number(header, "attention.head_count_kv", layer, default=heads)
        width = (window_key + window_value) if in_window else (key + value)
        total += (window_cells if in_window else cells) * kv_heads * width * _KV_WEIGHT_BYTES
    return total


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


def _compute(header: GgufHeader, cells: int, window_cells: int) -> int:
    """Activations of one batch, the attention masks, and the logits of one token.

    llama.cpp's allocator reuses memory from layer to layer, so its peak is that of one layer: about four
    feed-forward rows and two attention rows of 32-bit numbers a token, as fitted to its log.
    """
    heads, embedding = _number(header, "attention.head_count"), _number(header, "embedding_length")
    attention = max(embedding, heads * _number(header, "attention.key_length"))
    experts = max(1, _number(header, "expert_used_count"))
    feed_forward = max(_number(header, "feed_forward_length"), experts * _number(header, "expert_feed_forward_length"))
    activations = BATCH_TOKENS * 4 * (4 * feed_forward + 2 * attention)
    masks = BATCH_TOKENS * 2 * (cells + window_cells)
    return activations + masks + header.vocabulary_tokens * 4


def _repacked(header: GgufHeader) -> int:
    arm = platform.machine().lower() in ("arm64", "aarch64")
    kinds = _REPACKED_ARM if arm else _REPACKED_X86
    return sum(size for name, size in header.matrix_bytes_by_type.items() if name in kinds)


def _number(header: GgufHeader, key: str, layer: int = 0, *, default: int = 0) -> int:
    """A whole number of this architecture, or that of one layer where the file has a list; never negative."""
    value = header.of_architecture(key)
    if isinstance(value, GgufList):
        value = value.values[layer] if layer < len(value.values) else None
    return max(0, value) if isinstance(value, int) else default


def _padded(tokens: int) -> int:
    return -(-tokens // _CELL_STEP) * _CELL_STEP

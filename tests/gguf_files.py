"""Tiny GGUF files for the tests: real ones that llama.cpp loads, and broken ones that it must never see.

The whole model is random weights from a seed, so its text is nonsense, but it is *loaded, tokenized, decoded and
sampled* like any other. Under 1 MB each and made in milliseconds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import gguf
import numpy as np

UNK, BOS, EOS, IM_START, IM_END = range(5)
"""Ids of the special tokens; ``IM_END`` is what a chat model ends its answer with."""

FIRST_BYTE = 5
"""Id of the token for byte 0; the other 255 follow in order."""

CHATML = (
    "{% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] "
    "+ '<|im_end|>' + '\\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}"
)
"""The plainest chat template that real models ship."""

_WORDS = [
    "the", "of", "and", "to", "in", "is", "that", "it", "for", "as", "with", "was", "on", "are", "by", "at",
    "from", "or", "an", "be", "this", "which", "one", "have", "all", "not", "you", "we", "they", "light",
    "water", "leaf", "sun", "plant", "air", "sugar", "green", "energy", "grow", "root", "made", "food", "small",
    "cell",
]  # fmt: skip
_PRINTABLE = [chr(code) for code in range(0x21, 0x7F)]
_SPACE = "\u2581"  # SentencePiece's sign for a space

_EMBED, _HEADS, _KV_HEADS, _FEED_FORWARD = 64, 4, 2, 128


def vocabulary() -> tuple[list[str], list[float], list[int]]:
    """The tokens, scores and types of a SentencePiece vocabulary that can write any text."""
    kinds = gguf.TokenType
    special = [("<unk>", kinds.UNKNOWN), ("<s>", kinds.CONTROL), ("</s>", kinds.CONTROL)]
    special += [("<|im_start|>", kinds.CONTROL), ("<|im_end|>", kinds.CONTROL)]
    bytes_ = [(f"<0x{value:02X}>", kinds.BYTE) for value in range(256)]
    plain = [_SPACE, *_PRINTABLE, *(_SPACE + word for word in _WORDS), "\u00e9", "\u65e5", "\U0001f331"]
    rows = [*special, *bytes_, *((text, kinds.NORMAL) for text in plain)]
    scores = [0.0 if kind is not kinds.NORMAL else -float(index) for index, (_, kind) in enumerate(rows)]
    return [text for text, _ in rows], scores, [int(kind) for _, kind in rows]


def tiny_model(
    path: Path,
    *,
    chat_template: str | None = None,
    name: str = "tiny",
    n_ctx_train: int = 2048,
    seed: int = 0,
    add_bos: bool = True,
    end_token: int = EOS,
    end_logit: float = 0.0,
    layers: int = 2,
    fields: Mapping[str, str] | None = None,
    drop: Sequence[str] = (),
    architecture: str = "llama",
    tensors: bool = True,
    claimed_layers: int | None = None,
    with_vocabulary: bool = True,
) -> Path:
    """Write a random-weight model that llama.cpp loads and generates with.

    Args:
        path: The file to write; its folder must exist.
        chat_template: The Jinja template to ship, or None for none.
        name: ``general.name``.
        n_ctx_train: ``llama.context_length`` in tokens.
        seed: Of the weights; the same seed gives the same bytes.
        add_bos: Whether the tokenizer puts a BOS token first.
        end_token: Id of the end-of-text token, ``EOS`` or ``IM_END``.
        end_logit: How much the model wants to end: 0 talks on for ever, 10 ends after some words, 20 at once.
        layers: How many layers of weights are written.
        fields: More text fields, e.g. ``{"general.finetune": "Instruct"}``.
        drop: Names of tensors to leave out.
        architecture: ``general.architecture``; the tensors stay those of a llama.
        tensors: False writes the vocabulary only.
        claimed_layers: What ``block_count`` says, if not the truth.
        with_vocabulary: False leaves the tokenizer out.

    Returns:
        ``path``.
    """
    writer = gguf.GGUFWriter(path, architecture)
    writer.add_name(name)
    writer.add_context_length(n_ctx_train)
    writer.add_embedding_length(_EMBED)
    writer.add_block_count(layers if claimed_layers is None else claimed_layers)
    writer.add_feed_forward_length(_FEED_FORWARD)
    writer.add_head_count(_HEADS)
    writer.add_head_count_kv(_KV_HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(_EMBED // _HEADS)
    writer.add_file_type(int(gguf.LlamaFileType.ALL_F32))
    for key, value in (fields or {}).items():
        writer.add_string(key, value)
    tokens, scores, types = vocabulary()
    if with_vocabulary:
        writer.add_tokenizer_model("llama")
        writer.add_tokenizer_pre("default")
        writer.add_token_list(tokens)
        writer.add_token_scores(scores)
        writer.add_token_types(types)
        writer.add_bos_token_id(BOS)
        writer.add_eos_token_id(end_token)
        writer.add_unk_token_id(UNK)
        writer.add_add_bos_token(add_bos)
        writer.add_add_space_prefix(False)
    if chat_template is not None:
        writer.add_chat_template(chat_template)
    if tensors:
        for tensor, values in _weights(len(tokens), layers, seed, end_token, end_logit).items():
            if tensor not in drop:
                writer.add_tensor(tensor, values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path


def _weights(vocabulary_size: int, layers: int, seed: int, end_token: int, end_logit: float) -> dict[str, np.ndarray]:
    """Every tensor of the model; numpy's shape is (rows out, columns in), the reverse of GGUF's."""
    random = np.random.default_rng(seed)

    def matrix(rows: int, columns: int, scale: float = 1.0) -> np.ndarray:
        return (random.standard_normal((rows, columns)) * scale / np.sqrt(columns)).astype(np.float32)

    kv = _EMBED // _HEADS * _KV_HEADS
    ones = np.ones(_EMBED, dtype=np.float32)
    output = matrix(vocabulary_size, _EMBED, 3.0)
    # A special token's logit is always 0 and a good word's is well above: the model talks on until it is stopped.
    output[:FIRST_BYTE] = 0
    # Random bytes would be broken UTF-8 most of the time; now and then one still comes, as in real life.
    output[FIRST_BYTE : FIRST_BYTE + 256] *= 0.5
    embedding = matrix(vocabulary_size, _EMBED, 8.0)
    # No layer writes to the first dimension, so it stays about 1 all the way up: a bias for the end token.
    embedding[:, 0] = 1
    output[end_token, 0] = end_logit
    weights = {"token_embd.weight": embedding, "output_norm.weight": ones, "output.weight": output}
    not_first = np.ones((_EMBED, 1), dtype=np.float32)
    not_first[0] = 0
    for layer in range(layers):
        weights |= {
            f"blk.{layer}.attn_norm.weight": ones,
            f"blk.{layer}.attn_q.weight": matrix(_EMBED, _EMBED),
            f"blk.{layer}.attn_k.weight": matrix(kv, _EMBED),
            f"blk.{layer}.attn_v.weight": matrix(kv, _EMBED),
            f"blk.{layer}.attn_output.weight": matrix(_EMBED, _EMBED) * not_first,
            f"blk.{layer}.ffn_norm.weight": ones,
            f"blk.{layer}.ffn_gate.weight": matrix(_FEED_FORWARD, _EMBED),
            f"blk.{layer}.ffn_up.weight": matrix(_FEED_FORWARD, _EMBED),
            f"blk.{layer}.ffn_down.weight": matrix(_EMBED, _FEED_FORWARD) * not_first,
        }
    return weights


def vocabulary_only(path: Path) -> Path:
    """A file with a tokenizer and no weights at all."""
    return tiny_model(path, tensors=False, name="vocabulary")


def too_many_layers(path: Path) -> Path:
    """A file that claims 600 layers, on which llama.cpp aborts the whole process (SIGABRT)."""
    return tiny_model(path, claimed_layers=600, name="layers")


def unknown_architecture(path: Path) -> Path:
    """A sound file for an architecture that no llama.cpp knows."""
    return tiny_model(path, architecture="hurdygurdy", name="unknown")


def cut_off(path: Path, *, keep: float = 0.6) -> Path:
    """A tiny model of which only the first share of the bytes is there."""
    data = tiny_model(path, name="cut").read_bytes()
    path.write_bytes(data[: int(len(data) * keep)])
    return path

"""Makes models that are split into several files."""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np

from tests import gguf_files


def split(folder: Path, stem: str, count: int) -> list[Path]:
    """A model in so many parts; the first has the description, each has a tensor of 64 weights."""
    paths = [folder / f"{stem}-{number:05}-of-{count:05}.gguf" for number in range(1, count + 1)]
    for number, path in enumerate(paths):
        writer = gguf.GGUFWriter(path, "llama")
        if number == 0:
            writer.add_name(stem)
            writer.add_context_length(2048)
            writer.add_block_count(1)
            writer.add_embedding_length(64)
            writer.add_tokenizer_model("llama")
            writer.add_token_list(gguf_files.vocabulary()[0])
        writer.add_uint16("split.no", number)
        writer.add_uint16("split.count", count)
        writer.add_int32("split.tensors.count", count)
        writer.add_tensor(f"blk.0.part{number}.weight", np.zeros((8, 8), dtype=np.float32))
        writer.write_header_to_file()
        writer.write_kv_data_to_file()
        writer.write_tensors_to_file()
        writer.close()
    return paths

"""What the installed llama.cpp is called and what it was built for."""

from __future__ import annotations

import ctypes
import importlib.metadata
from functools import cache
from pathlib import Path

import llama_cpp as llama


@cache
def load_cpu_code() -> None:
    """Load the code for this processor where llama.cpp was built in variants for many; must come before anything else.

    A packaged app has a library for each generation of processors, and llama.cpp takes the best that can run here.
    They are looked for beside llama.cpp only; its own search would also look into the folder the app was started in.
    """
    folder = Path(llama.__file__).parent / "lib"
    if not any(folder.glob("*ggml-cpu-*")):
        return  # the code is in the library itself
    # The very file that llama_cpp has loaded, and not a copy under another name: a copy would have a list of its own.
    library = ctypes.CDLL(str(next(file for file in folder.iterdir() if file.stem in {"libggml", "ggml"})))
    load = library.ggml_backend_load_all_from_path
    load.argtypes, load.restype = [ctypes.c_char_p], None
    load(str(folder).encode())


def engine_name() -> str:
    """Name and version of what runs the models."""
    return f"llama-cpp-python {importlib.metadata.version('llama-cpp-python')}"


def engine_abilities() -> dict[str, str]:
    """What the installed llama.cpp was built for: instruction sets by name, and whether it can use a GPU.

    Returns:
        E.g. ``{"CPU : AVX2": "1", …, "GPU": "no"}``.
    """
    load_cpu_code()
    info: bytes = llama.llama_print_system_info()
    abilities = {}
    for part in info.decode("utf-8", errors="replace").split("|"):
        name, equals, value = part.partition("=")
        if equals:
            abilities[name.strip()] = value.strip()
    abilities["GPU"] = "yes" if llama.llama_supports_gpu_offload() else "no"
    return abilities

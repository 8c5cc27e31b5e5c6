"""What the installed llama.cpp is called and what it was built for."""

from __future__ import annotations

import importlib.metadata

import llama_cpp as llama


def engine_name() -> str:
    """Name and version of what runs the models."""
    return f"llama-cpp-python {importlib.metadata.version('llama-cpp-python')}"


def engine_abilities() -> dict[str, str]:
    """What the installed llama.cpp was built for: instruction sets by name, and whether it can use a GPU.

    Returns:
        E.g. ``{"CPU : AVX2": "1", …, "GPU": "no"}``.
    """
    info: bytes = llama.llama_print_system_info()
    abilities = {}
    for part in info.decode("utf-8", errors="replace").split("|"):
        name, equals, value = part.partition("=")
        if equals:
            abilities[name.strip()] = value.strip()
    abilities["GPU"] = "yes" if llama.llama_supports_gpu_offload() else "no"
    return abilities

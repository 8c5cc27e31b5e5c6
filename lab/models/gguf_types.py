"""The numbers of the GGUF format and their names: value types, weight types, quantizations.

Source: the GGUF specification (ggml/docs/gguf.md), ``ggml.h``, ``ggml-common.h`` and ``llama.h`` of llama.cpp.
"""

from __future__ import annotations

from dataclasses import dataclass

STRING = 8
"""Value type of a text."""

ARRAY = 9
"""Value type of a list."""

SCALAR_FORMATS: dict[int, str] = {
    0: "B", 1: "b", 2: "H", 3: "h", 4: "I", 5: "i", 6: "f", 7: "?", 10: "Q", 11: "q", 12: "d",
}  # fmt: skip
"""The ``struct`` letter of each fixed-size value type."""

SCALAR_BYTES: dict[int, int] = {0: 1, 1: 1, 2: 2, 3: 2, 4: 4, 5: 4, 6: 4, 7: 1, 10: 8, 11: 8, 12: 8}
"""The size of each fixed-size value type."""

VALUE_TYPE_NAMES: dict[int, str] = {
    0: "uint8", 1: "int8", 2: "uint16", 3: "int16", 4: "uint32", 5: "int32", 6: "float32", 7: "bool",
    8: "string", 9: "array", 10: "uint64", 11: "int64", 12: "float64",
}  # fmt: skip
"""How a value type is called in ``counterpoint models inspect``."""


@dataclass(frozen=True, slots=True)
class WeightType:
    """How a block of weights is stored."""

    name: str
    block_weights: int
    """How many weights a block holds; the first dimension of a tensor is a multiple of it."""
    block_bytes: int


WEIGHT_TYPES: dict[int, WeightType] = {
    0: WeightType("F32", 1, 4),
    1: WeightType("F16", 1, 2),
    2: WeightType("Q4_0", 32, 18),
    3: WeightType("Q4_1", 32, 20),
    6: WeightType("Q5_0", 32, 22),
    7: WeightType("Q5_1", 32, 24),
    8: WeightType("Q8_0", 32, 34),
    9: WeightType("Q8_1", 32, 36),
    10: WeightType("Q2_K", 256, 84),
    11: WeightType("Q3_K", 256, 110),
    12: WeightType("Q4_K", 256, 144),
    13: WeightType("Q5_K", 256, 176),
    14: WeightType("Q6_K", 256, 210),
    15: WeightType("Q8_K", 256, 292),
    16: WeightType("IQ2_XXS", 256, 66),
    17: WeightType("IQ2_XS", 256, 74),
    18: WeightType("IQ3_XXS", 256, 98),
    19: WeightType("IQ1_S", 256, 50),
    20: WeightType("IQ4_NL", 32, 18),
    21: WeightType("IQ3_S", 256, 110),
    22: WeightType("IQ2_S", 256, 82),
    23: WeightType("IQ4_XS", 256, 136),
    24: WeightType("I8", 1, 1),
    25: WeightType("I16", 1, 2),
    26: WeightType("I32", 1, 4),
    27: WeightType("I64", 1, 8),
    28: WeightType("F64", 1, 8),
    29: WeightType("IQ1_M", 256, 56),
    30: WeightType("BF16", 1, 2),
    34: WeightType("TQ1_0", 256, 54),
    35: WeightType("TQ2_0", 256, 66),
    39: WeightType("MXFP4", 32, 17),
    40: WeightType("NVFP4", 64, 36),
    41: WeightType("Q1_0", 128, 18),
    42: WeightType("Q2_0", 64, 18),
}
"""Weight types by their number in a file; the missing numbers were given up by llama.cpp."""

FILE_TYPES: dict[int, str] = {
    0: "F32", 1: "F16", 2: "Q4_0", 3: "Q4_1", 7: "Q8_0", 8: "Q5_0", 9: "Q5_1", 10: "Q2_K", 11: "Q3_K_S",
    12: "Q3_K_M", 13: "Q3_K_L", 14: "Q4_K_S", 15: "Q4_K_M", 16: "Q5_K_S", 17: "Q5_K_M", 18: "Q6_K",
    19: "IQ2_XXS", 20: "IQ2_XS", 21: "Q2_K_S", 22: "IQ3_XS", 23: "IQ3_XXS", 24: "IQ1_S", 25: "IQ4_NL",
    26: "IQ3_S", 27: "IQ3_M", 28: "IQ2_S", 29: "IQ2_M", 30: "IQ4_XS", 31: "IQ1_M", 32: "BF16", 36: "TQ1_0",
    37: "TQ2_0", 38: "MXFP4", 39: "NVFP4", 40: "Q1_0", 41: "Q2_0",
}  # fmt: skip
"""What ``general.file_type`` says about the whole file."""

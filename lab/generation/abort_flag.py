"""A flag that llama.cpp looks at without Python's help.

llama.cpp asks its abort callback before every node of the graph, several hundred times a token. A Python function
there would take the interpreter lock each time and cost a tenth of the speed. The flag is one byte in memory instead,
and the callback is the C library's own ``strlen``: of an empty string it is 0 (go on), of a one-byte string 1 (stop).
"""

from __future__ import annotations

import ctypes
import sys
from typing import Any


class AbortFlag:
    """One byte that can be set from any thread.

    Attributes:
        address: Where the byte is; what llama.cpp hands to the callback.
    """

    def __init__(self) -> None:
        self._bytes = (ctypes.c_ubyte * 2)(0, 0)
        self.address = ctypes.c_void_p(ctypes.addressof(self._bytes))

    def callback(self, prototype: Any) -> Any:
        """``strlen`` as a C function of the given ctypes prototype, ``bool (void *)``."""
        library = ctypes.CDLL("msvcrt") if sys.platform == "win32" else ctypes.CDLL(None)
        return ctypes.cast(library.strlen, prototype)

    def set(self) -> None:
        """Ask to stop."""
        self._bytes[0] = 1

    def clear(self) -> None:
        """Ask to go on."""
        self._bytes[0] = 0

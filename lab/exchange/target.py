"""Where an export goes: a file that stands under its name only when it is whole, or a stream."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from lab.errors import NotEnoughDisk
from lab.language import tr
from lab.stamps import new_id


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write piece by piece; at the end it takes the name, in one step. If anything fails, nothing is left.

    If the name is a link, it stays one, and the file takes the place of what it leads to.

    Raises:
        NotEnoughDisk: There is no room, no such folder or no permission; what stood under the name still does.
    """
    path = Path(os.path.realpath(path))
    temporary = path.with_name(f"{new_id()}.new")
    try:
        with temporary.open("xb", buffering=2**20) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise _unwritable(path, error) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _unwritable(path: Path, error: OSError) -> NotEnoughDisk:
    return NotEnoughDisk(
        tr("{path} can't be written: {why}.", path=path, why=error.strerror or error),
        tr("Check the free space and the permissions of its folder."),
    )

"""Says what a file is that was taken for a GGUF but is none, as far as its first bytes tell."""

from __future__ import annotations

from lab.errors import BadModelFile
from lab.language import tr


def not_a_gguf(name: str, start: bytes) -> BadModelFile:
    """The error for a file that does not begin with ``GGUF``.

    Args:
        name: The file's name, for the sentence.
        start: Its first bytes, up to 4,096; not empty.
    """
    ask = tr("Choose a .gguf file.")
    if len(start) < 4 and b"GGUF".startswith(start):
        return BadModelFile(
            tr("{name} is cut off: only {count} bytes are there.", name=name, count=len(start)),
            tr("Download it again."),
        )
    if start[:4] in (b"lmgg", b"fmgg", b"tjgg", b"algg"):
        return BadModelFile(
            tr("{name} is in a format older than GGUF.", name=name), tr("Get a newer file of the same model.")
        )
    if start.startswith(b"PK\x03\x04"):
        return BadModelFile(tr("{name} is a ZIP archive, or weights for PyTorch, not a GGUF model.", name=name), ask)
    if start[8:10] == b'{"':
        return BadModelFile(
            tr("{name} is a safetensors file, not a GGUF model.", name=name),
            tr("Look for a GGUF version of the same model."),
        )
    if start.startswith(b"version https://git-lfs"):
        return BadModelFile(
            tr("{name} is only a pointer to a model, left by Git.", name=name),
            tr("Fetch the file itself: git lfs pull."),
        )
    if start.lstrip()[:14].lower().startswith((b"<!doctype html", b"<html")):
        return BadModelFile(
            tr("{name} is a web page, saved in place of the model.", name=name),
            tr("Download it again from the page's download button."),
        )
    if _is_text(start):
        return BadModelFile(tr("{name} is a text file, not a GGUF model.", name=name), ask)
    return BadModelFile(tr("{name} is not a GGUF model.", name=name), ask)


def _is_text(start: bytes) -> bool:
    if b"\0" in start:
        return False
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as error:
        # The last character may only be cut in two by the end of the sample.
        return error.start >= len(start) - 3 and error.start > 0
    return True

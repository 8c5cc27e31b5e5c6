"""What can go wrong in the world, each with a plain sentence and a hint what to do about it.

A ``LabError`` is the world's fault: a file, memory, the network, a template, an input. Anything else that is
raised is a bug of ours. Across processes an error travels as its class name, message and hint, never pickled.
"""

from __future__ import annotations


class LabError(Exception):
    """Something outside the program is not as it must be.

    Attributes:
        message: One plain sentence for the user, without a traceback or a class name.
        hint: What the user can do about it; empty if there is nothing to say.
        detail: Technical lines worth keeping for a report, e.g. the last log lines of llama.cpp; may be empty.
    """

    def __init__(self, message: str, hint: str = "", *, detail: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.detail = detail


class BadModelFile(LabError):
    """The file is not a GGUF that can be loaded: missing, a folder, empty, cut off, malformed, without weights."""


class ModelNotFound(LabError):
    """No model of that name is in the library and no file has that path."""


class ModelFailed(LabError):
    """llama.cpp refused the model or failed on it, in an orderly way."""


class WorkerDied(LabError):
    """The process that ran the model ended by itself, was killed, or stopped answering."""


class TemplateFailed(LabError):
    """A chat template is missing, raised an error, ran too long or wrote too much."""


class PromptRejected(LabError):
    """The prompt can't be answered as it is: empty, not text, or longer than the context."""


class SamplerRejected(LabError):
    """A sampler setting is out of range or a grammar does not parse."""


class NotEnoughMemory(LabError):
    """The model does not fit into the memory that is free."""


class NotEnoughDisk(LabError):
    """The folder can't take the file: no space, or no permission to write."""


class DownloadFailed(LabError):
    """A file could not be fetched, or what came was not what was promised."""


class BadLibrary(LabError):
    """The library file on disk can't be read."""


class HistoryDamaged(LabError):
    """The database of answers and votes holds something that SQLite can't read."""


class HistoryNewer(LabError):
    """The database was written by a newer version of the program, so this one must not write to it."""


class HistoryReadOnly(LabError):
    """Nothing can be kept: the database, its folder or the disk does not let itself be written."""


class HistoryBusy(LabError):
    """Another program holds the database and did not let go in time."""


class NotInHistory(LabError):
    """There is no session, comparison, answer or backup of that name."""


class BadImport(LabError):
    """A file to import is not what it must be; nothing of it was taken."""


_BY_NAME: dict[str, type[LabError]] = {
    kind.__name__: kind
    for kind in (
        LabError, BadModelFile, ModelNotFound, ModelFailed, WorkerDied, TemplateFailed, PromptRejected,
        SamplerRejected, NotEnoughMemory, NotEnoughDisk, DownloadFailed, BadLibrary,
        HistoryDamaged, HistoryNewer, HistoryReadOnly, HistoryBusy, NotInHistory, BadImport,
    )
}  # fmt: skip


def from_name(name: str, message: str, hint: str = "", *, detail: str = "") -> LabError:
    """Rebuild an error that came from another process; an unknown name becomes a plain ``LabError``."""
    return _BY_NAME.get(name, LabError)(message, hint, detail=detail)

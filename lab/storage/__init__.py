"""What is kept: sessions, answers, votes and notes, in one SQLite file that one thread owns."""

from lab.storage.store import Store

__all__ = ["Store"]

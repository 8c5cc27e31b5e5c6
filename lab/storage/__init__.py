"""What is kept: sessions, answers, votes and notes, in one SQLite file that one thread owns."""

from lab.storage.store import Store
from lab.storage.work import new_id

__all__ = ["Store", "new_id"]

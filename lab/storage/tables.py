"""The tables as they are now. How older ones become these is in ``migrations``.

Names carry their unit. Times are ISO 8601 text in UTC, which sorts. What has a ``number`` is kept in the order in
which it came; an ``id`` is the same on every computer, so that files from several can be brought together.
"""

from __future__ import annotations

from sqlalchemy import JSON, Dialect, ForeignKey, Index, LargeBinary, MetaData, String, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

from lab.storage import codec

FOUND = "found"
"""The full-text table; its rowid is a comparison's number."""

FOUND_COLUMNS = ("prompt", "a", "b", "note")
"""Its columns."""


class PlainText(TypeDecorator[str]):
    """Text from anywhere, put so that SQLite takes it."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """What goes into the database."""
        return None if value is None else codec.storable(value)


class Table(DeclarativeBase):
    """What all tables share: names for constraints, which SQLite needs to change them later."""

    type_annotation_map = {str: PlainText}  # noqa: RUF012  (SQLAlchemy's name, and never changed)
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class SessionRow(Table):
    """A conversation."""

    __tablename__ = "session"
    # The order of the list, so that its first page is read without sorting the rest.
    __table_args__ = (Index(None, "trashed_utc", "pinned", "updated_utc", "id"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    pinned: Mapped[bool]
    created_utc: Mapped[str]
    updated_utc: Mapped[str]
    trashed_utc: Mapped[str | None]


class TagRow(Table):
    """A tag of a conversation."""

    __tablename__ = "session_tag"
    session_id: Mapped[str] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), primary_key=True)
    tag: Mapped[str] = mapped_column(primary_key=True, index=True)


class DraftRow(Table):
    """What was typed but not sent; ``place`` is a session's id, or empty for a session that is still to begin."""

    __tablename__ = "draft"
    place: Mapped[str] = mapped_column(primary_key=True)
    text: Mapped[str]
    saved_utc: Mapped[str]


class ContestantRow(Table):
    """A model with framing, system prompt and sampler but for the seed; each is kept once, its id is a hash of it."""

    __tablename__ = "contestant"
    id: Mapped[str] = mapped_column(primary_key=True)
    model_name: Mapped[str] = mapped_column(index=True)
    model_sha256: Mapped[str] = mapped_column(index=True)
    framing: Mapped[str]
    whole: Mapped[str]
    """The record as JSON, with 0 for its seed."""


class AnswerRow(Table):
    """One model's answer. Siblings may share it: regenerating one side leaves the other as it is."""

    __tablename__ = "answer"
    id: Mapped[str] = mapped_column(primary_key=True)
    contestant_id: Mapped[str] = mapped_column(ForeignKey("contestant.id"), index=True)
    seed: Mapped[int] = mapped_column(server_default="0")
    """The contestant's, for this answer."""
    state: Mapped[str] = mapped_column(index=True)
    writer: Mapped[str]
    """Which process is writing it; empty once it is done."""
    engine: Mapped[str]
    problem: Mapped[str]
    begun_utc: Mapped[str]
    saved_utc: Mapped[str]
    text: Mapped[str]
    rendered_prompt: Mapped[str | None]
    token_ids: Mapped[list[int] | None] = mapped_column(JSON(none_as_null=True))
    finish_reason: Mapped[str | None]
    prompt_tokens: Mapped[int | None]
    cached_prompt_tokens: Mapped[int | None]
    completion_tokens: Mapped[int | None]
    dropped_turns: Mapped[int | None]
    time_to_first_token_ms: Mapped[float | None]
    tokens_per_second: Mapped[float | None]
    prompt_tokens_per_second: Mapped[float | None]
    details: Mapped[bytes | None] = mapped_column(LargeBinary)
    """Token probabilities as compressed JSON. Last, because SQLite reads a row from its beginning."""


class MeasuresRow(Table):
    """What an answer is like, in numbers. They can be had again from its text, so no export holds them."""

    __tablename__ = "answer_measures"
    # Small rows that are looked up and walked through by their key: so they stand in the order of it, and only once.
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  (SQLAlchemy's name, and never changed)
    answer_id: Mapped[str] = mapped_column(ForeignKey("answer.id", ondelete="CASCADE"), primary_key=True)
    version: Mapped[str]
    """Which measures these are, and how they were taken."""
    numbers: Mapped[str]
    """As a JSON array, in the order of their version; null where the answer can't be measured so."""


class ComparisonRow(Table):
    """A prompt and its answers, at its place in the tree.

    Models and choice say again what other tables say, so that a list of a hundred thousand can be filtered.
    """

    __tablename__ = "comparison"
    __table_args__ = (
        Index(None, "session_id", "trashed_utc"),  # counts and first prompts for the list of sessions
        Index(None, "choice", "created_utc"),
        Index(None, "model_a", "created_utc"),
        Index(None, "model_b", "created_utc"),
    )
    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"))
    parent_id: Mapped[str | None] = mapped_column(ForeignKey("comparison.id", ondelete="CASCADE"), index=True)
    origin: Mapped[str]
    prompt: Mapped[str]
    created_utc: Mapped[str] = mapped_column(index=True)
    trashed_utc: Mapped[str | None] = mapped_column(index=True)
    answer_a_id: Mapped[str | None] = mapped_column(ForeignKey("answer.id"), index=True)
    answer_b_id: Mapped[str | None] = mapped_column(ForeignKey("answer.id"), index=True)
    model_a: Mapped[str] = mapped_column(server_default="")
    """The name of A's model; empty if only B was asked."""
    model_b: Mapped[str] = mapped_column(server_default="")
    choice: Mapped[str | None]
    """The vote on the whole that counts now; of several raters' votes the last one."""
    run_id: Mapped[str | None] = mapped_column(ForeignKey("run.id"), index=True)
    """The run that asked it; None for all others. The next three are its place in that run."""
    suite_id: Mapped[str] = mapped_column(server_default="")
    item_id: Mapped[str] = mapped_column(server_default="")
    sample: Mapped[int | None]
    """From 0."""


class RunRow(Table):
    """A suite over two contestants; it goes with the conversation that holds its comparisons."""

    __tablename__ = "run"
    id: Mapped[str] = mapped_column(primary_key=True)
    session_id: Mapped[str] = mapped_column(ForeignKey("session.id", ondelete="CASCADE"), unique=True)
    suite_id: Mapped[str] = mapped_column(index=True)
    suite_title: Mapped[str]
    suite: Mapped[str]
    """All of it as JSON."""
    suite_sha256: Mapped[str]
    contestant_a_id: Mapped[str] = mapped_column(ForeignKey("contestant.id"), index=True)
    contestant_b_id: Mapped[str] = mapped_column(ForeignKey("contestant.id"), index=True)
    samples: Mapped[int]
    settings: Mapped[str]
    """The record as JSON."""
    state: Mapped[str]
    writer: Mapped[str]
    """Which process is at it; empty if none is."""
    created_utc: Mapped[str] = mapped_column(index=True)
    updated_utc: Mapped[str]


class RaterRow(Table):
    """A person who votes."""

    __tablename__ = "rater"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)


class VoteRow(Table):
    """A vote. Rows are only ever added: the last one of a rater for an aspect counts."""

    __tablename__ = "vote"
    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    comparison_id: Mapped[str] = mapped_column(ForeignKey("comparison.id", ondelete="CASCADE"), index=True)
    rater_id: Mapped[int] = mapped_column(ForeignKey("rater.id"), index=True)
    aspect: Mapped[str]
    choice: Mapped[str | None]
    shown_first: Mapped[str]
    blind: Mapped[bool]
    time_taken_ms: Mapped[int | None]
    cast_utc: Mapped[str] = mapped_column(index=True)


class VoteReasonRow(Table):
    """A reason given with a vote, for one side."""

    __tablename__ = "vote_reason"
    __table_args__ = (UniqueConstraint("vote_number", "side", "reason"),)
    number: Mapped[int] = mapped_column(primary_key=True)
    vote_number: Mapped[int] = mapped_column(ForeignKey("vote.number", ondelete="CASCADE"))
    side: Mapped[str]
    reason: Mapped[str]


class JudgementRow(Table):
    """Is it correct? Rows are only ever added: the last one of a rater for a side counts."""

    __tablename__ = "judgement"
    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    comparison_id: Mapped[str] = mapped_column(ForeignKey("comparison.id", ondelete="CASCADE"), index=True)
    rater_id: Mapped[int] = mapped_column(ForeignKey("rater.id"), index=True)
    side: Mapped[str]
    correct: Mapped[bool | None]
    judged_utc: Mapped[str]


class NoteRow(Table):
    """A rater's note beside a comparison."""

    __tablename__ = "note"
    comparison_id: Mapped[str] = mapped_column(ForeignKey("comparison.id", ondelete="CASCADE"), primary_key=True)
    rater_id: Mapped[int] = mapped_column(ForeignKey("rater.id"), primary_key=True, index=True)
    text: Mapped[str]
    written_utc: Mapped[str]

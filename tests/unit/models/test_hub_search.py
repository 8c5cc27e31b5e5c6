"""What the real huggingface_hub client brings from the stand-in: repositories, searches, cards, refusals."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator

import pytest
from huggingface_hub import HfApi

from lab.errors import DownloadFailed, LabError
from lab.models import hub, hub_asking
from lab.models.catalogue import parse_catalogue
from lab.models.catalogue_orders import order_entry, order_file
from lab.models.hub_siblings import find_siblings
from lab.models.hub_values import Gate, HubSort
from lab.models.token_store import HubToken
from lab.records import Kind
from tests.hub.faults import Fault
from tests.hub.stand_in import COMMIT, HubStandIn, hub_stand_in

REPOSITORY = "someone/tiny-GGUF"
TOKEN = HubToken("hf_secret_token")


@pytest.fixture
def stand_in() -> Iterator[HubStandIn]:
    with hub_stand_in() as state:
        state.put(REPOSITORY, "tiny.Q4_K_M.gguf", b"weights" * 100, downloads=50, likes=1, made_from="someone/tiny")
        state.put(REPOSITORY, "README.md.gguf", b"x")
        yield state


def test_a_repository_is_pinned_with_sizes_and_checksums(stand_in: HubStandIn) -> None:
    found = hub.look_up(REPOSITORY, endpoint=stand_in.endpoint)
    file = found.files[0]
    assert (found.commit, found.licence, found.gate, found.made_from) == (
        COMMIT, "apache-2.0", Gate.OPEN, ("someone/tiny",),
    )  # fmt: skip
    assert (file.size_bytes, file.commit) == (700, COMMIT)
    assert file.sha256 == hashlib.sha256(b"weights" * 100).hexdigest()
    assert file.url == f"{stand_in.endpoint}/{REPOSITORY}/resolve/{COMMIT}/tiny.Q4_K_M.gguf"


def test_a_commit_can_be_asked_for(stand_in: HubStandIn) -> None:
    assert hub.look_up(REPOSITORY, commit=COMMIT, endpoint=stand_in.endpoint).commit == COMMIT
    with pytest.raises(DownloadFailed, match="does not give"):
        hub.look_up(REPOSITORY, commit="f" * 40, endpoint=stand_in.endpoint)


@pytest.mark.parametrize(("gated", "gate"), [(False, Gate.OPEN), ("auto", Gate.ASK), ("manual", Gate.APPROVAL)])
def test_the_gate_is_told(stand_in: HubStandIn, gated: str | bool, gate: Gate) -> None:
    stand_in.repositories[REPOSITORY].gated = gated
    assert hub.look_up(REPOSITORY, endpoint=stand_in.endpoint).gate is gate


def test_a_search_comes_in_pages_sorted_as_wished(stand_in: HubStandIn) -> None:
    for number in range(7):
        stand_in.put(f"many/model-{number}-GGUF", "a.gguf", b"x", downloads=number, likes=10 - number)
    stand_in.put("many/model-of-another-kind", "a.safetensors", b"x")
    seen: list[str] = []
    for page in (1, 2, 3):
        found = hub.search("many model", page=page, page_size=3, endpoint=stand_in.endpoint)
        seen += [one.repository for one in found.repositories]
        assert (found.page, found.has_more) == (page, page < 3)
    assert seen == [f"many/model-{number}-GGUF" for number in (6, 5, 4, 3, 2, 1, 0)]
    liked = hub.search("many", sort=HubSort.LIKES, endpoint=stand_in.endpoint).repositories[0]
    assert (liked.repository, liked.likes, liked.licence) == ("many/model-0-GGUF", 10, "apache-2.0")
    assert liked.changed == "2025-03-01"


def test_a_card_is_read_up_to_a_limit(stand_in: HubStandIn) -> None:
    assert hub.read_card(REPOSITORY, COMMIT, endpoint=stand_in.endpoint) == ""
    stand_in.repositories[REPOSITORY].card = "# Tiny\n" + "word " * 200_000
    card = hub.read_card(REPOSITORY, COMMIT, endpoint=stand_in.endpoint)
    assert card.startswith("# Tiny")
    assert len(card) == 512 * 1024


def test_the_token_is_shown_to_the_hub_and_nobody_else(stand_in: HubStandIn) -> None:
    hub.search("tiny", token=TOKEN, endpoint=stand_in.endpoint)
    hub.look_up(REPOSITORY, token=TOKEN, endpoint=stand_in.endpoint)
    assert {one.headers.get("Authorization") for one in stand_in.asked} == {f"Bearer {TOKEN.reveal()}"}
    before = len(stand_in.asked)
    hub.look_up(REPOSITORY, endpoint=stand_in.endpoint)
    assert "Authorization" not in stand_in.asked[before].headers


@pytest.mark.parametrize(("status", "said"), [(429, "too many requests"), (500, "trouble of its own"), (503, "503")])
def test_trouble_is_told_at_once_and_not_waited_for(
    stand_in: HubStandIn, monkeypatch: pytest.MonkeyPatch, status: int, said: str
) -> None:
    monkeypatch.setattr(
        "tests.hub.handler.Handler._list", lambda self, _query: self._send(status, b"", {"Retry-After": "3600"})
    )
    monkeypatch.setattr(
        "tests.hub.handler.Handler._describe", lambda self, _rest: self._send(status, b"", {"Retry-After": "3600"})
    )
    with pytest.raises(DownloadFailed, match=said):
        hub.search("tiny", endpoint=stand_in.endpoint)
    with pytest.raises(DownloadFailed, match=said):
        hub.look_up(REPOSITORY, endpoint=stand_in.endpoint)
    assert len(stand_in.asked) == 2


QUESTIONS: dict[str, Callable[[HubStandIn], object]] = {
    "look up": lambda stand_in: hub.look_up(REPOSITORY, endpoint=stand_in.endpoint),
    "search": lambda stand_in: hub.search("tiny", endpoint=stand_in.endpoint),
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_without_end_is_read_up_to_a_limit(stand_in: HubStandIn, question: str) -> None:
    stand_in.answering = Fault(endless=True)
    with pytest.raises(DownloadFailed, match="sends more than"):
        QUESTIONS[question](stand_in)
    assert stand_in.sent_bytes < 64_000_000  # what lies in buffers between us comes on top


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_that_drips_is_given_up_after_a_while(
    stand_in: HubStandIn, question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hub_asking, "MOST_SECONDS", 0.3)
    stand_in.answering = Fault(endless=True, pause_s=0.02)
    with pytest.raises(DownloadFailed, match="takes too long"):
        QUESTIONS[question](stand_in)


def test_pages_without_end_are_given_up_after_a_while(stand_in: HubStandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_asking, "MOST_SECONDS", 0.3)
    stand_in.answering = Fault(pages_without_end=True)
    with pytest.raises(DownloadFailed, match="takes too long"):
        hub.search("tiny", endpoint=stand_in.endpoint)
    assert len(stand_in.asked) > 1
    stand_in.answering = None
    assert hub.search("tiny", endpoint=stand_in.endpoint).repositories


def test_what_a_redirect_brings_along_is_not_read(stand_in: HubStandIn) -> None:
    stand_in.answering = Fault(endless=True, redirect_to=f"{stand_in.endpoint}/nowhere")
    with pytest.raises(DownloadFailed, match="does not give"):
        hub.look_up(REPOSITORY, endpoint=stand_in.endpoint)
    assert stand_in.sent_bytes < 64_000_000


def test_a_card_that_drips_is_given_up_after_a_while(stand_in: HubStandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_asking, "MOST_SECONDS", 0.0)
    stand_in.repositories[REPOSITORY].card = "# Tiny"
    with pytest.raises(DownloadFailed, match="takes too long"):
        hub.read_card(REPOSITORY, COMMIT, endpoint=stand_in.endpoint)


def test_an_error_holds_no_token(stand_in: HubStandIn) -> None:
    with pytest.raises(DownloadFailed) as caught:
        hub.look_up("someone/missing", token=TOKEN, endpoint=stand_in.endpoint)
    error: BaseException | None = caught.value
    while error is not None:
        assert TOKEN.reveal() not in f"{error!r} {vars(error)}"
        # A request stands in the library's own errors, with its headers, so they must not come along.
        assert not hasattr(error, "request")
        error = error.__cause__


def test_a_name_that_is_none_is_told_without_asking(stand_in: HubStandIn) -> None:
    with pytest.raises(DownloadFailed, match="is not the name of a repository"):
        hub.look_up("one/two/three", endpoint=stand_in.endpoint)
    assert stand_in.asked == []


def test_the_hub_may_be_asked_from_several_threads(stand_in: HubStandIn) -> None:
    trouble: list[LabError] = []

    def ask() -> None:
        try:
            for _ in range(5):
                hub.look_up(REPOSITORY, endpoint=stand_in.endpoint)
        except LabError as error:
            trouble.append(error)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert trouble == []
    assert len(stand_in.asked) == 20


def test_siblings_are_found_by_name(stand_in: HubStandIn) -> None:
    stand_in.put("other/Tiny-Instruct-GGUF", "a.gguf", b"x", downloads=99)
    stand_in.put("someone/tiny-it-GGUF", "a.gguf", b"x")
    stand_in.put("other/tiny-2-Instruct-GGUF", "a.gguf", b"x")
    found = find_siblings(REPOSITORY, endpoint=stand_in.endpoint)
    assert [(one.repository.repository, one.kind, one.same_owner) for one in found] == [
        ("someone/tiny-it-GGUF", Kind.CHAT, True),
        ("other/Tiny-Instruct-GGUF", Kind.CHAT, False),
    ]


def test_an_entry_of_the_catalogue_becomes_pinned_orders(stand_in: HubStandIn) -> None:
    stand_in.put("someone/tiny-Instruct-GGUF", "tiny-instruct-Q4_K_M-00001-of-00002.gguf", b"one")
    stand_in.put("someone/tiny-Instruct-GGUF", "tiny-instruct-Q4_K_M-00002-of-00002.gguf", b"two")
    stand_in.put("someone/tiny-Instruct-GGUF", "tiny-instruct-Q8_0.gguf", b"another")
    model = 'licence = "MIT"\nlicence_url = "https://example.org"\nsize_bytes = 1\n'
    text = f"""
        [[entries]]
        id = "tiny"
        title = "T"
        family = "T"
        made_by = "T"
        why = "T"
        [[entries.models]]
        stage = "base"
        name = "tiny"
        repository = "{REPOSITORY}"
        pattern = "*q4_k_m.gguf"
        {model}
        [[entries.models]]
        stage = "chat"
        name = "tiny-instruct"
        repository = "someone/tiny-Instruct-GGUF"
        pattern = "*Q4_K_M.gguf"
        {model}"""
    (entry,) = parse_catalogue(text.encode())
    stand_in.repositories[REPOSITORY].gated = "auto"
    with pytest.raises(DownloadFailed, match="accepted its terms"):
        order_entry(entry, endpoint=stand_in.endpoint)
    assert len(order_entry(entry, token=HubToken("hf_abcdefgh"), endpoint=stand_in.endpoint)) == 2
    stand_in.repositories[REPOSITORY].gated = False
    base, chat = order_entry(entry, endpoint=stand_in.endpoint)
    assert (base.name, base.kind, base.commit, base.licence) == ("tiny", Kind.BASE, COMMIT, "MIT")
    assert [file.size_bytes for file in chat.files] == [3, 3]
    del stand_in.repositories[REPOSITORY].files["tiny.Q4_K_M.gguf"]
    with pytest.raises(DownloadFailed, match="any more"):
        order_entry(entry, endpoint=stand_in.endpoint)


def test_a_file_of_a_repository_becomes_an_order(stand_in: HubStandIn) -> None:
    found = hub.look_up(REPOSITORY, endpoint=stand_in.endpoint)
    assert order_file(found).files[0].file == "tiny.Q4_K_M.gguf"
    with pytest.raises(DownloadFailed, match="has no file 'Q2_K'"):
        order_file(found, "Q2_K")


def test_the_libraries_own_client_is_at_home_here(stand_in: HubStandIn) -> None:
    api = HfApi(endpoint=stand_in.endpoint, token=False)
    assert api.file_exists(REPOSITORY, "tiny.Q4_K_M.gguf")
    assert not api.file_exists(REPOSITORY, "nothing.gguf")
    from huggingface_hub import close_session, get_hf_file_metadata, hf_hub_url

    url = hf_hub_url(REPOSITORY, "tiny.Q4_K_M.gguf", endpoint=stand_in.endpoint)
    facts = get_hf_file_metadata(url, token=False, endpoint=stand_in.endpoint)
    assert (facts.commit_hash, facts.size) == (COMMIT, 700)
    close_session()

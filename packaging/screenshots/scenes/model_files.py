"""What the Models page has to show in the pictures: files, downloads and a Hub that are the same every time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lab.errors import DownloadFailed
from lab.models.download_order import Download, DownloadOrder, DownloadState
from lab.models.facts import FileFacts
from lab.models.fit import rough_shape
from lab.models.found import FoundFile
from lab.models.hub_siblings import Sibling
from lab.models.hub_values import FoundRepository, Gate, HubFile, HubRepository, SearchPage
from lab.models.memory_now import MemoryNow
from lab.records import Kind, KindVerdict
from scenes.playing import HERE

GB = 1_000_000_000
MEMORY = MemoryNow(available=6_800_000_000, total=16 * GB)
FREE_DISK = 84 * GB
COMMIT = "0123456789abcdef" * 2 + "01234567"
CARD = """# SmolLM2 135M Instruct

A small chat model, quantized from [the original](https://example.org/smollm2).

## How it was trained

| Stage | Data | Tokens |
|---|---|---:|
| Pretraining | web pages, code, mathematics | 2 T |
| Fine-tuning | conversations | 1 B |

It **answers** questions where the base model only goes on with the text. For what it says about facts, look elsewhere.

```
User: Why is the sky blue?
```
"""


def files() -> tuple[FoundFile, ...]:
    """What a search would have found: of each kind, each fit, and some that are set aside."""
    return (
        _file("gemma-3-270m", "gemma-3", "Q4_K_M", 0.268, 253, 32_768, Kind.BASE, "Counterpoint", "base.toml"),
        _file("smollm2-135m-instruct", "smollm2", "Q4_1", 0.135, 98, 8192, Kind.CHAT, "Counterpoint", "chat.toml"),
        _file("smollm2-135m", "smollm2", "Q4_K_M", 0.135, 105, 8192, Kind.BASE, "Hugging Face", source="ggml-org/s"),
        _file("Qwen3-0.6B", "qwen3", "Q8_0", 0.6, 639, 40_960, Kind.CHAT, "LM Studio"),
        _file("qwen2.5-1.5b", "qwen2.5", "Q4_K_M", 1.54, 986, 131_072, Kind.UNSURE, "Jan"),
        _file("olmo-2-0425-1b-sft", "olmo-2", "Q8_0", 1.48, 1580, 4096, Kind.CHAT, "Added folder"),
        _file("mistral:7b", "mistral", "Q4_0", 7.24, 4110, 32_768, Kind.CHAT, "Ollama"),
        _file("Llama-3.3-70B-Instruct", "llama-3.3", "Q4_K_M", 70.6, 42_520, 131_072, Kind.CHAT, "GPT4All"),
        _aside("mmproj-gemma-3.gguf", "It reads pictures for another model; by itself it is no model.", "LM Studio"),
        _aside("half.gguf", "half.gguf is cut off: a part of it is missing.", "llama.cpp", "Fetch it again."),
    )


def downloads() -> tuple[Download, ...]:
    """One that runs, one that waits, one that has failed."""
    return (
        _download("SmolLM2-360M.Q8_0.gguf", "mradermacher/SmolLM2-360M-GGUF", DownloadState.RUNNING, 386, 151),
        _download("smollm2-360m-instruct-q8_0.gguf", "ggml-org/SmolLM2-360M-Instruct-Q8_0-GGUF",
                  DownloadState.WAITING, 386, 0),
        _download("OLMo-2-0425-1B-Q4_K_M.gguf", "allenai/OLMo-2-0425-1B-GGUF", DownloadState.FAILED, 936, 412),
    )  # fmt: skip


class Hub:
    """Answers as the Hub would, in the place of ``HubQuestions``."""

    def search(self, *_asked: Any) -> SearchPage:
        """Some repositories, one of which asks for terms."""
        return SearchPage(
            repositories=(
                _found("bartowski/SmolLM2-135M-Instruct-GGUF", 48_213, 61),
                _found("ggml-org/SmolLM2-135M-GGUF", 12_040, 18),
                _found("mradermacher/SmolLM2-360M-GGUF", 9120, 7),
                _found("someone/SmolLM2-Terms-GGUF", 980, 4, Gate.ASK, "gemma"),
                _found("HuggingFaceTB/SmolLM2-1.7B-Instruct-GGUF", 512, 40),
            ),
            page=1,
            has_more=True,
        )

    def look_up(self, repository: str, context_tokens: int) -> Any:
        """Files of several quantizations."""
        from ui.models.hub_questions import offer

        sizes = (("Q2_K", 88), ("Q4_K_M", 105), ("Q5_K_M", 112), ("Q8_0", 145), ("F16", 271))
        name = repository.rpartition("/")[2].removesuffix("-GGUF")
        has_terms = "Terms" in repository
        found = HubRepository(
            repository=repository, commit=COMMIT, downloads=48_213, likes=61,
            licence="gemma" if has_terms else "apache-2.0",
            licence_url="https://www.apache.org/licenses/LICENSE-2.0",
            gate=Gate.ASK if has_terms else Gate.OPEN,
            files=tuple(_hub_file(f"{name}-{kind}.gguf", repository, size) for kind, size in sizes),
        )  # fmt: skip
        return offer(found, context_tokens, MEMORY, has_token=False)

    def card(self, *_asked: Any) -> str:
        """What its author says."""
        return CARD

    def siblings(self, _repository: str) -> list[Sibling]:
        """The base model."""
        return [Sibling(repository=_found("ggml-org/SmolLM2-135M-GGUF", 12_040, 18), kind=Kind.BASE, same_owner=False)]


def _file(
    name: str, family: str, quantization: str, billions: float, megabytes: int, context: int, kind: Kind, place: str,
    script: str = "", *, source: str = "",
) -> FoundFile:  # fmt: skip
    size = megabytes * 1_000_000
    path = HERE / script if script else Path("/home/ada/models") / place / f"{name}.gguf"
    why = {
        Kind.BASE: "The file has no chat template, and its name says nothing of chat.",
        Kind.CHAT: "Its name says that it was trained to follow instructions.",
        Kind.UNSURE: "It has a chat template, which base models of this family have too.",
    }
    facts = FileFacts(
        title=name, family=family, architecture=family.partition("-")[0], quantization=quantization,
        parameters=round(billions * 1e9), context_tokens=context, layers=24, width=1024, vocabulary_tokens=49_152,
        tokenizer_sha256=family, tokenizer_rule=family, has_chat_template=kind is not Kind.BASE, licence="apache-2.0",
        verdict=KindVerdict(kind=kind, confidence=0.9, evidence=(why[kind],)),
        memory=rough_shape(str(path), size, quantization, context),
    )  # fmt: skip
    return FoundFile(name=name, path=str(path), size_bytes=size, place=place, source=source, facts=facts)


def _aside(name: str, reason: str, place: str, hint: str = "") -> FoundFile:
    path = str(Path("/home/ada/models") / name)
    return FoundFile(
        name=name, path=path, size_bytes=1, place=place, source="", facts=None, reason=reason, hint=hint
    )  # fmt: skip


def _download(file: str, repository: str, state: DownloadState, megabytes: int, done: int) -> Download:
    total, came = megabytes * 1_000_000, done * 1_000_000
    runs = state is DownloadState.RUNNING
    error = DownloadFailed(
        f"The download of {file} was cut off: {came:,} of {total:,} bytes came.",
        "What came is kept. Check the network, then go on.",
    )
    return Download(
        id=file, order=DownloadOrder(files=(_hub_file(file, repository, megabytes),)), state=state, done_bytes=came,
        total_bytes=total, path=Path("/home/ada/models") / file, bytes_per_second=4_100_000 if runs else None,
        seconds_left=(total - came) / 4_100_000 if runs else None,
        error=error if state is DownloadState.FAILED else None,
    )  # fmt: skip


def _hub_file(file: str, repository: str, megabytes: int) -> HubFile:
    return HubFile(
        repository=repository, file=file, commit=COMMIT, size_bytes=megabytes * 1_000_000, sha256="0" * 64,
        url=f"https://example.org/{file}",
    )  # fmt: skip


def _found(
    repository: str, downloads: int, likes: int, gate: Gate = Gate.OPEN, licence: str = "apache-2.0"
) -> FoundRepository:
    return FoundRepository(
        repository=repository, downloads=downloads, likes=likes, licence=licence, gate=gate, changed="2025-03-01"
    )

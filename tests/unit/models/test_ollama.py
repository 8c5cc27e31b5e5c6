"""Ollama's manifests and blobs."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lab.models.folder_walk import FolderWalk
from lab.models.ollama import MAX_MANIFEST_BYTES, OllamaFile, model_name, ollama_files, read_manifest

DIGEST = "ab" * 32
LAYER = "application/vnd.ollama.image."


def store_with(folder: Path, manifest: Any, where: str = "registry.ollama.ai/library/tiny/1b") -> Path:
    path = folder / "manifests" / where
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(manifest if isinstance(manifest, str) else json.dumps(manifest), encoding="utf-8")
    (folder / "blobs").mkdir(exist_ok=True)
    return folder


def found(store: Path) -> list[OllamaFile]:
    return list(ollama_files(store, FolderWalk(), lambda: False))


def test_a_manifest_gives_its_model_a_name_and_a_blob(tmp_path: Path) -> None:
    layers = [
        {"mediaType": LAYER + "license", "digest": "sha256:" + "cd" * 32, "size": 1000},
        {"mediaType": LAYER + "model", "digest": f"sha256:{DIGEST}", "size": 1},
        {"mediaType": LAYER + "template", "digest": "sha256:" + "ef" * 32, "size": 500},
    ]
    store = store_with(tmp_path, {"schemaVersion": 2, "config": {"digest": "x"}, "layers": layers})
    blob = tmp_path / "blobs" / f"sha256-{DIGEST}"
    assert found(store) == [OllamaFile(name="tiny:1b", blob=blob, has_template=True)]


def test_the_template_that_only_passes_the_prompt_on_is_none(tmp_path: Path) -> None:
    layers = [
        {"mediaType": LAYER + "model", "digest": f"sha256:{DIGEST}"},
        {"mediaType": LAYER + "template", "digest": f"sha256:{DIGEST}", "size": 13},
    ]
    (file,) = found(store_with(tmp_path, {"layers": layers}))
    assert not file.has_template


@pytest.mark.skipif(Path("a:b").drive != "", reason="Windows has no colons in names")
def test_blobs_of_older_versions_have_a_colon(tmp_path: Path) -> None:
    store = store_with(tmp_path, {"layers": [{"mediaType": LAYER + "model", "digest": f"sha256:{DIGEST}"}]})
    old = store / "blobs" / f"sha256:{DIGEST}"
    old.touch()
    assert found(store)[0].blob == old


def test_projectors_and_adapters_are_set_aside(tmp_path: Path) -> None:
    layers = [{"mediaType": LAYER + kind, "digest": f"sha256:{DIGEST}"} for kind in ("projector", "adapter")]
    reasons = [file.reason for file in found(store_with(tmp_path, {"layers": layers}))]
    assert "is a projector" in reasons[0]
    assert "is an adapter (LoRA)" in reasons[1]
    assert all("tiny:1b" in reason for reason in reasons)


@pytest.mark.parametrize(
    "digest", ["", "sha256:../../../etc/passwd", "sha256:AB", "md5:" + "ab" * 32, f"/sha256:{DIGEST}"]
)
def test_a_digest_can_not_point_out_of_the_store(tmp_path: Path, digest: str) -> None:
    assert found(store_with(tmp_path, {"layers": [{"mediaType": LAYER + "model", "digest": digest}]})) == []


@pytest.mark.parametrize("text", ["", "[]", "{", '{"layers": 3}', '{"layers": [{"digest": 5}]}', "[" * 9999, "\xff"])
def test_a_manifest_that_is_none_is_passed_over(tmp_path: Path, text: str) -> None:
    assert found(store_with(tmp_path, text)) == []


def test_a_manifest_that_is_far_too_long_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "long"
    path.write_bytes(b" " * MAX_MANIFEST_BYTES + b"{}")
    assert read_manifest(path) is None


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("registry.ollama.ai", "library", "llama3.2", "1b"), "llama3.2:1b"),
        (("registry.ollama.ai", "someone", "tiny", "latest"), "someone/tiny:latest"),
        (("hf.co", "bartowski", "Tiny-GGUF", "Q4_K_M"), "hf.co/bartowski/Tiny-GGUF:Q4_K_M"),
        (("tiny", "latest"), ""),
    ],
)
def test_models_are_called_as_ollama_calls_them(parts: tuple[str, ...], name: str) -> None:
    assert model_name(parts) == name


_layers = st.fixed_dictionaries(
    {
        "mediaType": st.sampled_from([LAYER + "model", LAYER + "projector", LAYER, "text/plain"]),
        "digest": st.sampled_from([f"sha256:{DIGEST}", f"sha256-{DIGEST}", f"sha256:../{DIGEST}", f"{DIGEST}\n"])
        | st.from_regex(r"(sha256[:-])?[./\\:a-f0-9]{0,70}", fullmatch=True),
        "size": st.integers(),
    }
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.one_of(
        st.binary(max_size=200),
        st.lists(_layers, max_size=4).map(lambda layers: json.dumps({"layers": layers}).encode()),
        st.recursive(
            st.none() | st.integers() | st.text(max_size=10) | st.just(LAYER + "model") | st.just(f"sha256:{DIGEST}"),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.sampled_from(["layers", "mediaType", "digest", "size"]), inner, max_size=4)
            ),
            max_leaves=8,
        ).map(lambda value: json.dumps(value).encode()),
    )
)
def test_no_manifest_whatever_leads_outside_or_raises(tmp_path: Path, data: bytes) -> None:
    store = store_with(tmp_path, "")
    (store / "manifests/registry.ollama.ai/library/tiny/1b").write_bytes(data)
    for file in found(store):
        assert file.blob.parent == store / "blobs"
        assert re.fullmatch(r"sha256[:-][0-9a-f]{64}", file.blob.name)

"""The options of ``counterpoint compare``, each with the sentence that explains it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lab.records import Framing, Schedule

_SAMPLER = "Sampler (the same for both)"
_MODELS = "Models"

PromptText = Annotated[str | None, typer.Argument(help="Without it: a conversation, or a prompt a line from a pipe.")]
ModelA = Annotated[
    str | None, typer.Option(help="Model for side A: a name from the library, or a path.", rich_help_panel=_MODELS)
]
ModelB = Annotated[str | None, typer.Option(help="Model for side B.", rich_help_panel=_MODELS)]
FramingA = Annotated[
    Framing | None,
    typer.Option(help="How A is given the prompt; chat for chat models, raw for others.", rich_help_panel=_MODELS),
]
FramingB = Annotated[Framing | None, typer.Option(help="How B is given the prompt.", rich_help_panel=_MODELS)]
Demo = Annotated[
    bool,
    typer.Option(
        "--demo", help="No models: play scripted answers to show what the program does.", rich_help_panel=_MODELS
    ),
]
SystemPrompt = Annotated[str, typer.Option(help="A system prompt for both.")]
MaxTokens = Annotated[int, typer.Option(help="Cut answers off after this many tokens.")]
ContextTokens = Annotated[int, typer.Option(help="Tokens of conversation to make room for.", min=1, max=1_000_000_000)]
When = Annotated[Schedule, typer.Option(help="Run both at once or one after the other.")]
Threads = Annotated[int | None, typer.Option(help="Threads for both together; all cores if not given.", min=1, max=512)]
GpuLayers = Annotated[
    int, typer.Option(help="Layers on the GPU, -1 for all, if llama.cpp was built for one.", min=-1, max=10_000)
]
Rivals = Annotated[int, typer.Option(help="With --json: report this many rivals for each token.", min=0, max=100)]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object (one a line for a pipe).")]
NoHistory = Annotated[bool, typer.Option("--no-history", help="Keep nothing of it; see counterpoint history.")]
Seed = Annotated[
    int | None, typer.Option(help="Same seed, same answers; a fresh one if not given.", rich_help_panel=_SAMPLER)
]
Temperature = Annotated[float, typer.Option(help="0 takes the likeliest token every time.", rich_help_panel=_SAMPLER)]
TopK = Annotated[int, typer.Option(help="Keep the k likeliest tokens; 0 keeps all.", rich_help_panel=_SAMPLER)]
TopP = Annotated[
    float, typer.Option(help="Keep the smallest set with this probability; 1 keeps all.", rich_help_panel=_SAMPLER)
]
MinP = Annotated[float, typer.Option(help="Drop tokens below this share of the best one.", rich_help_panel=_SAMPLER)]
TypicalP = Annotated[float, typer.Option(help="Locally typical sampling; 1 is off.", rich_help_panel=_SAMPLER)]
RepeatPenalty = Annotated[float, typer.Option(help="Weaken recent tokens; 1 is off.", rich_help_panel=_SAMPLER)]
FrequencyPenalty = Annotated[float, typer.Option(help="Weaken by how often a token came.", rich_help_panel=_SAMPLER)]
PresencePenalty = Annotated[float, typer.Option(help="Weaken tokens that came at all.", rich_help_panel=_SAMPLER)]
PenaltyLastN = Annotated[int, typer.Option(help="How many tokens the penalties look at.", rich_help_panel=_SAMPLER)]
DryMultiplier = Annotated[
    float, typer.Option(help="Punish repeated sequences (DRY); 0 is off.", rich_help_panel=_SAMPLER)
]
DryBase = Annotated[float, typer.Option(help="How fast DRY grows with length.", rich_help_panel=_SAMPLER)]
DryAllowedLength = Annotated[int, typer.Option(help="Repetition that DRY leaves alone.", rich_help_panel=_SAMPLER)]
XtcProbability = Annotated[
    float, typer.Option(help="Chance of excluding top choices (XTC); 0 is off.", rich_help_panel=_SAMPLER)
]
XtcThreshold = Annotated[float, typer.Option(help="What XTC counts as a top choice.", rich_help_panel=_SAMPLER)]
Mirostat = Annotated[
    bool, typer.Option("--mirostat", help="Hold surprise at a target (Mirostat 2).", rich_help_panel=_SAMPLER)
]
MirostatTau = Annotated[float, typer.Option(help="Mirostat's target.", rich_help_panel=_SAMPLER)]
MirostatEta = Annotated[float, typer.Option(help="Mirostat's learning rate.", rich_help_panel=_SAMPLER)]
LogitBias = Annotated[
    list[str] | None, typer.Option(help="TOKEN_ID=AMOUNT, may be repeated.", rich_help_panel=_SAMPLER)
]
StopTexts = Annotated[
    list[str] | None, typer.Option(help="End before this text, may be repeated.", rich_help_panel=_SAMPLER)
]
GrammarFile = Annotated[
    Path | None, typer.Option(help="A file with a GBNF grammar to follow.", rich_help_panel=_SAMPLER)
]

"""``counterpoint compare``: one prompt, two models, side by side."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Annotated

import typer

from lab.cli import comparison_json
from lab.cli.conversation import converse
from lab.cli.output import messages, print_json
from lab.cli.planning import Wishes, make_plan
from lab.cli.prompts import prompts_from_pipe
from lab.cli.session import Plan, Session, show_answers
from lab.errors import LabError, PromptRejected, SamplerRejected
from lab.generation.sampler_ranges import MAX_SEED
from lab.records import Framing, SamplerSettings, Schedule

_DEFAULTS = SamplerSettings()
_SAMPLER = "Sampler (the same for both)"
_MODELS = "Models"


def compare(
    prompt: Annotated[str | None, typer.Argument(help="Without it: a conversation, or a prompt a line from a pipe.")] = None,
    a: Annotated[str | None, typer.Option(help="Model for side A: a name from the library, or a path.", rich_help_panel=_MODELS)] = None,
    b: Annotated[str | None, typer.Option(help="Model for side B.", rich_help_panel=_MODELS)] = None,
    framing_a: Annotated[Framing | None, typer.Option(help="How A is given the prompt; chat for chat models, raw for others.", rich_help_panel=_MODELS)] = None,
    framing_b: Annotated[Framing | None, typer.Option(help="How B is given the prompt.", rich_help_panel=_MODELS)] = None,
    demo: Annotated[bool, typer.Option(help="No models: play scripted answers to show what the program does.", rich_help_panel=_MODELS)] = False,
    system: Annotated[str, typer.Option(help="A system prompt for both.")] = "",
    max_tokens: Annotated[int, typer.Option(help="Cut answers off after this many tokens.")] = _DEFAULTS.max_tokens,
    context: Annotated[int, typer.Option(help="Tokens of conversation to make room for.")] = 4096,
    schedule: Annotated[Schedule, typer.Option(help="Run both at once or one after the other.")] = Schedule.AUTO,
    threads: Annotated[int | None, typer.Option(help="Threads for both together; all cores if not given.", min=1)] = None,
    gpu_layers: Annotated[int, typer.Option(help="Layers on the GPU, -1 for all, if llama.cpp was built for one.", min=-1)] = 0,
    rivals: Annotated[int, typer.Option(help="With --json: report this many rivals for each token.", min=0, max=100)] = 0,
    json: Annotated[bool, typer.Option("--json", help="Print one JSON object (one a line for a pipe).")] = False,
    seed: Annotated[int | None, typer.Option(help="Same seed, same answers; a fresh one if not given.", rich_help_panel=_SAMPLER)] = None,
    temperature: Annotated[float, typer.Option(help="0 takes the likeliest token every time.", rich_help_panel=_SAMPLER)] = _DEFAULTS.temperature,
    top_k: Annotated[int, typer.Option(help="Keep the k likeliest tokens; 0 keeps all.", rich_help_panel=_SAMPLER)] = _DEFAULTS.top_k,
    top_p: Annotated[float, typer.Option(help="Keep the smallest set with this probability; 1 keeps all.", rich_help_panel=_SAMPLER)] = _DEFAULTS.top_p,
    min_p: Annotated[float, typer.Option(help="Drop tokens below this share of the best one.", rich_help_panel=_SAMPLER)] = _DEFAULTS.min_p,
    typical_p: Annotated[float, typer.Option(help="Locally typical sampling; 1 is off.", rich_help_panel=_SAMPLER)] = _DEFAULTS.typical_p,
    repeat_penalty: Annotated[float, typer.Option(help="Weaken recent tokens; 1 is off.", rich_help_panel=_SAMPLER)] = _DEFAULTS.repeat_penalty,
    frequency_penalty: Annotated[float, typer.Option(help="Weaken by how often a token came.", rich_help_panel=_SAMPLER)] = _DEFAULTS.frequency_penalty,
    presence_penalty: Annotated[float, typer.Option(help="Weaken tokens that came at all.", rich_help_panel=_SAMPLER)] = _DEFAULTS.presence_penalty,
    penalty_last_n: Annotated[int, typer.Option(help="How many tokens the penalties look at.", rich_help_panel=_SAMPLER)] = _DEFAULTS.penalty_last_n,
    dry_multiplier: Annotated[float, typer.Option(help="Punish repeated sequences (DRY); 0 is off.", rich_help_panel=_SAMPLER)] = _DEFAULTS.dry_multiplier,
    dry_base: Annotated[float, typer.Option(help="How fast DRY grows with length.", rich_help_panel=_SAMPLER)] = _DEFAULTS.dry_base,
    dry_allowed_length: Annotated[int, typer.Option(help="Repetition that DRY leaves alone.", rich_help_panel=_SAMPLER)] = _DEFAULTS.dry_allowed_length,
    xtc_probability: Annotated[float, typer.Option(help="Chance of excluding top choices (XTC); 0 is off.", rich_help_panel=_SAMPLER)] = _DEFAULTS.xtc_probability,
    xtc_threshold: Annotated[float, typer.Option(help="What XTC counts as a top choice.", rich_help_panel=_SAMPLER)] = _DEFAULTS.xtc_threshold,
    mirostat: Annotated[bool, typer.Option(help="Hold surprise at a target (Mirostat 2).", rich_help_panel=_SAMPLER)] = False,
    mirostat_tau: Annotated[float, typer.Option(help="Mirostat's target.", rich_help_panel=_SAMPLER)] = _DEFAULTS.mirostat_tau,
    mirostat_eta: Annotated[float, typer.Option(help="Mirostat's learning rate.", rich_help_panel=_SAMPLER)] = _DEFAULTS.mirostat_eta,
    logit_bias: Annotated[list[str] | None, typer.Option(help="TOKEN_ID=AMOUNT, may be repeated.", rich_help_panel=_SAMPLER)] = None,
    stop: Annotated[list[str] | None, typer.Option(help="End before this text, may be repeated.", rich_help_panel=_SAMPLER)] = None,
    grammar: Annotated[Path | None, typer.Option(help="A file with a GBNF grammar to follow.", rich_help_panel=_SAMPLER)] = None,
) -> None:  # fmt: skip
    """Send one prompt to two models and watch both answer."""
    sampler = SamplerSettings(
        temperature=temperature,
        top_k=top_k,
        top_p=top_p,
        min_p=min_p,
        typical_p=typical_p,
        repeat_penalty=repeat_penalty,
        frequency_penalty=frequency_penalty,
        presence_penalty=presence_penalty,
        penalty_last_n=penalty_last_n,
        dry_multiplier=dry_multiplier,
        dry_base=dry_base,
        dry_allowed_length=dry_allowed_length,
        xtc_probability=xtc_probability,
        xtc_threshold=xtc_threshold,
        mirostat=mirostat,
        mirostat_tau=mirostat_tau,
        mirostat_eta=mirostat_eta,
        seed=random.SystemRandom().randrange(MAX_SEED) if seed is None else seed,
        logit_bias=tuple(_bias(text) for text in logit_bias or ()),
        stop_texts=tuple(stop or ()),
        grammar=_grammar_text(grammar),
        max_tokens=max_tokens,
    )
    wishes = Wishes(
        a=a,
        b=b,
        framing_a=framing_a,
        framing_b=framing_b,
        demo=demo,
        system_prompt=system,
        sampler=sampler,
        schedule=schedule,
        context_tokens=context,
        gpu_layers=gpu_layers,
        threads=threads,
        rivals=rivals,
    )
    if prompt is not None:
        _answer_one(prompt, wishes, json=json)
    elif sys.stdin.isatty():
        if json:
            raise PromptRejected(
                "With --json a prompt is needed.", 'E.g. counterpoint compare --json "Why is the sky blue?"'
            )
        with Session(_plan(wishes)) as session:
            converse(session)
    else:
        _answer_pipe(wishes, json=json)


def show(first_prompt: str) -> None:
    """What the program does when it is started without a command: show one comparison, then talk."""
    with Session(_plan(Wishes(sampler=SamplerSettings(seed=random.SystemRandom().randrange(MAX_SEED))))) as session:
        converse(session, first_prompt=first_prompt)


def _plan(wishes: Wishes) -> Plan:
    plan = make_plan(wishes)
    for note in plan.notes:
        messages.print(note, style="dim", soft_wrap=True)
    return plan


def _answer_one(prompt: str, wishes: Wishes, *, json: bool) -> None:
    if not prompt.strip():
        raise PromptRejected("The prompt is empty.", "Type something for the models to answer.")
    with Session(_plan(wishes)) as session:
        collectors = session.ask(prompt, live=not json)
        if json:
            print_json(comparison_json.comparison(prompt, collectors))
        else:
            show_answers(collectors)
    _fail_if_any(session)


def _answer_pipe(wishes: Wishes, *, json: bool) -> None:
    prompts = prompts_from_pipe(sys.stdin.buffer)
    with Session(_plan(wishes)) as session:
        for prompt in prompts:
            collectors = session.ask(prompt, live=not json)
            if json:
                print_json(comparison_json.comparison(prompt, collectors), indent=0)
            else:
                show_answers(collectors, prompt=prompt)
    _fail_if_any(session)


def _fail_if_any(session: Session) -> None:
    """The errors have been shown with the answers; the exit code must tell of them too."""
    if session.failed:
        raise typer.Exit(1)


def _bias(text: str) -> tuple[int, float]:
    token, equals, amount = text.partition("=")
    try:
        if equals:
            return int(token), float(amount)
    except ValueError:
        pass
    raise SamplerRejected(f"“{text}” is not a logit bias.", "Write TOKEN_ID=AMOUNT, e.g. --logit-bias 42=-inf.")


def _grammar_text(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LabError(f"The grammar file {path} can't be read.", str(error)) from error

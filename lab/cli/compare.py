"""``counterpoint compare``: one prompt, two models, side by side."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import typer

from lab.cli import comparison_json, options
from lab.cli.conversation import converse
from lab.cli.keeping import say_kept
from lab.cli.output import messages, print_json
from lab.cli.planning import Plan, Wishes, make_plan
from lab.cli.prompts import prompts_from_pipe, require_text
from lab.cli.talk import Talk, show_answers
from lab.errors import LabError, PromptRejected, SamplerRejected
from lab.generation.sampler_ranges import MAX_SEED
from lab.records import SamplerSettings, Schedule
from lab.settings import folders

_DEFAULTS = SamplerSettings()


def compare(
    prompt: options.PromptText = None,
    a: options.ModelA = None,
    b: options.ModelB = None,
    framing_a: options.FramingA = None,
    framing_b: options.FramingB = None,
    demo: options.Demo = False,
    system: options.SystemPrompt = "",
    max_tokens: options.MaxTokens = _DEFAULTS.max_tokens,
    context: options.ContextTokens = 4096,
    schedule: options.When = Schedule.AUTO,
    threads: options.Threads = None,
    gpu_layers: options.GpuLayers = 0,
    rivals: options.Rivals = 0,
    json: options.AsJson = False,
    no_history: options.NoHistory = False,
    seed: options.Seed = None,
    temperature: options.Temperature = _DEFAULTS.temperature,
    top_k: options.TopK = _DEFAULTS.top_k,
    top_p: options.TopP = _DEFAULTS.top_p,
    min_p: options.MinP = _DEFAULTS.min_p,
    typical_p: options.TypicalP = _DEFAULTS.typical_p,
    repeat_penalty: options.RepeatPenalty = _DEFAULTS.repeat_penalty,
    frequency_penalty: options.FrequencyPenalty = _DEFAULTS.frequency_penalty,
    presence_penalty: options.PresencePenalty = _DEFAULTS.presence_penalty,
    penalty_last_n: options.PenaltyLastN = _DEFAULTS.penalty_last_n,
    dry_multiplier: options.DryMultiplier = _DEFAULTS.dry_multiplier,
    dry_base: options.DryBase = _DEFAULTS.dry_base,
    dry_allowed_length: options.DryAllowedLength = _DEFAULTS.dry_allowed_length,
    xtc_probability: options.XtcProbability = _DEFAULTS.xtc_probability,
    xtc_threshold: options.XtcThreshold = _DEFAULTS.xtc_threshold,
    mirostat: options.Mirostat = False,
    mirostat_tau: options.MirostatTau = _DEFAULTS.mirostat_tau,
    mirostat_eta: options.MirostatEta = _DEFAULTS.mirostat_eta,
    logit_bias: options.LogitBias = None,
    stop: options.StopTexts = None,
    grammar: options.GrammarFile = None,
) -> None:
    """Send one prompt to two models and watch both answer."""
    require_text(system)
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
    history = None if no_history else folders().history
    if prompt is not None:
        _answer_one(prompt, wishes, history, json=json)
    elif sys.stdin.isatty():
        if json:
            raise PromptRejected(
                "With --json a prompt is needed.", 'E.g. counterpoint compare --json "Why is the sky blue?"'
            )
        with Talk(_plan(wishes), history) as talk:
            converse(talk)
    else:
        _answer_pipe(wishes, history, json=json)


def show(first_prompt: str) -> None:
    """What the program does when it is started without a command: show one comparison, then talk."""
    wishes = Wishes(sampler=SamplerSettings(seed=random.SystemRandom().randrange(MAX_SEED)))
    with Talk(_plan(wishes), folders().history) as talk:
        converse(talk, first_prompt=first_prompt)


def _plan(wishes: Wishes) -> Plan:
    plan = make_plan(wishes)
    for note in plan.notes:
        messages.print(note, style="dim", soft_wrap=True)
    return plan


def _answer_one(prompt: str, wishes: Wishes, history: Path | None, *, json: bool) -> None:
    if not prompt.strip():
        raise PromptRejected("The prompt is empty.", "Type something for the models to answer.")
    require_text(prompt)
    with Talk(_plan(wishes), history) as talk:
        _answer(talk, prompt, json=json)
    _fail_if_any(talk)


def _answer_pipe(wishes: Wishes, history: Path | None, *, json: bool) -> None:
    prompts = prompts_from_pipe(sys.stdin.buffer)
    with Talk(_plan(wishes), history) as talk:
        for prompt in prompts:
            _answer(talk, prompt, json=json, heading=prompt)
    _fail_if_any(talk)


def _answer(talk: Talk, prompt: str, *, json: bool, heading: str = "") -> None:
    collectors = talk.ask(prompt, live=not json)
    if json:
        print_json(comparison_json.comparison(prompt, collectors, talk.kept))
    else:
        show_answers(collectors, prompt=heading)
        say_kept(talk.kept)


def _fail_if_any(talk: Talk) -> None:
    """The errors have been shown with the answers; the exit code must tell of them too."""
    if talk.failed:
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

"""``counterpoint run``: a suite over two models, unattended, and on from where it was stopped."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from lab.cli import history_file, options
from lab.cli.output import messages, print_json
from lab.cli.planning import Wishes, make_plan
from lab.cli.run_progress import watched
from lab.cli.run_report import as_json, print_summary
from lab.errors import LabError, NotInHistory
from lab.generation.sampler_ranges import MAX_SEED
from lab.generation.thread_budget import machine_threads
from lab.records import Framing, RunSettings, RunState, SamplerSettings, Schedule, Side

if TYPE_CHECKING:
    from lab.runs.plan import RunPlan
    from lab.storage import Store
    from lab.storage.work import Work

_DEFAULTS = SamplerSettings()


def run(
    suite: Annotated[
        str,
        typer.Argument(
            metavar="SUITE", help="A suite's id or the beginning of it, or a file. With --resume also a run's id."
        ),
    ],
    a: options.ModelA = None,
    b: options.ModelB = None,
    framing_a: options.FramingA = None,
    framing_b: options.FramingB = None,
    demo: options.Demo = False,
    system: options.SystemPrompt = "",
    samples: Annotated[
        int | None, typer.Option(help="Ask each prompt so often; as the suite says if not given.", min=1, max=50)
    ] = None,
    max_tokens: Annotated[
        int | None, typer.Option(help="Cut answers off after this many tokens; as the suite says if not given.")
    ] = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with the last run of this suite that is not finished.")
    ] = False,
    context: options.ContextTokens = 4096,
    schedule: options.When = Schedule.AUTO,
    threads: options.Threads = None,
    gpu_layers: options.GpuLayers = 0,
    json: Annotated[bool, typer.Option("--json", help="Print JSON at the end; no bar is shown.")] = False,
    seed: options.Seed = None,
    temperature: options.Temperature = _DEFAULTS.temperature,
    top_k: options.TopK = _DEFAULTS.top_k,
    top_p: options.TopP = _DEFAULTS.top_p,
    min_p: options.MinP = _DEFAULTS.min_p,
    repeat_penalty: options.RepeatPenalty = _DEFAULTS.repeat_penalty,
) -> None:
    """Ask two models every prompt of a suite, and keep the answers, checked and ready to be voted on.

    Ctrl+C stops it; --resume goes on, also after a crash. No answer is computed twice.
    """
    if resume and (a or b or demo or samples or max_tokens or seed is not None):
        raise typer.BadParameter("--resume goes on with the models, samples and settings that the run began with.")
    with history_file.opened() as store:
        if not (store.writable and store.lasting):
            raise store.notices[0]
        if resume:
            plan = _unfinished(store, suite)
        else:
            sampler = SamplerSettings(
                temperature=temperature,
                top_k=top_k,
                top_p=top_p,
                min_p=min_p,
                repeat_penalty=repeat_penalty,
                max_tokens=_DEFAULTS.max_tokens if max_tokens is None else max_tokens,
                seed=random.SystemRandom().randrange(MAX_SEED) if seed is None else seed,
            )
            wishes = Wishes(
                a=a,
                b=b,
                framing_a=framing_a,
                framing_b=framing_b,
                demo=demo,
                system_prompt=system,
                sampler=sampler,
                # What fits is looked at when it is known what the longest prompt needs.
                looks_at_memory=False,
                context_tokens=context,
            )
            plan = _new(suite, wishes, schedule, samples, cuts_off=max_tokens is not None)
        threads = threads or machine_threads()
        _carry_out(store, plan, is_new=not resume, gpu_layers=gpu_layers, threads=threads, json=json)


def _new(name: str, wishes: Wishes, schedule: Schedule, samples: int | None, *, cuts_off: bool) -> RunPlan:
    """A new run, not kept yet."""
    from dataclasses import replace

    from lab.cli.suites import find
    from lab.runs.plan import RunPlan, new_run

    suite = find(name).suite
    if suite.max_tokens is not None and not cuts_off:
        wishes = replace(wishes, sampler=replace(wishes.sampler, max_tokens=suite.max_tokens))
    if suite.framing is not None:
        wishes = replace(
            wishes, framing_a=wishes.framing_a or suite.framing, framing_b=wishes.framing_b or suite.framing
        )
    made = make_plan(wishes)
    for note in made.notes if wishes.demo else ():
        messages.print(Text(note, style="dim"), soft_wrap=True)
    players = made.contestants
    for side, contestant in players.items():
        if contestant.framing is Framing.CHAT and not contestant.model.has_chat_template:
            raise LabError(
                f"{contestant.model.name} has no chat template, so it can't be given the chat framing.",
                f"Choose another one with --framing-{side}.",
            )
    run = new_run(
        suite,
        players[Side.A],
        players[Side.B],
        samples=samples or suite.samples,
        settings=RunSettings(seed=wishes.sampler.seed, context_tokens=wishes.context_tokens, schedule=schedule),
    )
    return RunPlan.of(run)


def _unfinished(store: Store, name: str) -> RunPlan:
    """The run to go on with, with its models where they are now."""
    from lab.models.library import Library
    from lab.runs.players import with_models_at_hand
    from lab.runs.reading import read_plan

    plan = read_plan(store, store.read(_to_resume, name).result())
    return with_models_at_hand(plan, Library.open())


def _to_resume(work: Work, name: str) -> str:
    from lab.storage import runs

    wanted = name.strip().lower()
    of_suite = [run for run in runs.listed(work, limit=1000) if wanted and run.suite_id.startswith(wanted)]
    for run in of_suite:
        if run.state is not RunState.FINISHED:
            return run.id
    if of_suite:
        raise NotInHistory(f"Every run of {of_suite[0].suite_id} is finished.", "Begin another one without --resume.")
    return runs.resolve(work, name)


def _carry_out(store: Store, plan: RunPlan, *, is_new: bool, gpu_layers: int, threads: int, json: bool) -> None:
    from lab.runs.arranging import arrange
    from lab.runs.performing import Performance
    from lab.runs.reading import read_summary
    from lab.storage import runs

    arranged = arrange(plan, gpu_layers=gpu_layers)
    if arranged.reason:
        messages.print(Text(arranged.reason, style="dim"), soft_wrap=True)
    if is_new:
        plan = arranged.noted_in(plan)
        store.write(runs.create, plan.run).result()
    with watched(plan, hidden=json) as watch:
        performance = Performance(
            store, plan, arranged.lanes, in_turn=arranged.in_turn, threads=threads, tell=watch.show
        )
        with watch.stopping(performance.stop):
            try:
                progress = performance.perform()
            except LabError as error:
                raise type(error)(error.message, _how_to_go_on(store, plan, error.hint), detail=error.detail) from error
    summary = read_summary(store, plan)
    run_id = store.read(runs.short_id, plan.run.id).result()
    if json:
        print_json(as_json(plan, progress, summary))
    else:
        print_summary(plan, progress, summary, run_id)
    if not progress.finished:
        raise typer.Exit(130)


def _how_to_go_on(store: Store, plan: RunPlan, hint: str) -> str:
    from lab.storage import runs

    run_id = store.read(runs.short_id, plan.run.id).result()
    return f"{hint} Then go on with: counterpoint run {run_id} --resume".strip()

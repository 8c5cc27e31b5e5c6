"""The preferences as values."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Annotated

from msgspec import Meta

from lab.records import Framing, SamplerSettings, Schedule, Side

LEAST_CONTEXT_TOKENS = 256
MOST_CONTEXT_TOKENS = 1_048_576
"""As many as any model is trained for today; its own limit caps it anyway."""
MOST_THREADS = 1024
MOST_GPU_LAYERS = 1000

_ContextTokens = Annotated[int, Meta(ge=LEAST_CONTEXT_TOKENS, le=MOST_CONTEXT_TOKENS)]
_Threads = Annotated[int, Meta(ge=0, le=MOST_THREADS)]
_GpuLayers = Annotated[int, Meta(ge=-1, le=MOST_GPU_LAYERS)]
_Pixels = Annotated[int, Meta(ge=0, le=100_000)]


class Theme(StrEnum):
    """The colours of the window."""

    SYSTEM = "system"
    """Light or dark as the system is."""
    LIGHT = "light"
    DARK = "dark"


class Language(StrEnum):
    """What the window speaks; the value is the language's code."""

    SYSTEM = "system"
    """As the system does, or English where there are no texts in that language."""
    ENGLISH = "en"
    FRENCH = "fr"


class SendKey(StrEnum):
    """The key that sends a prompt."""

    ENTER = "enter"
    """Shift+Enter begins a new line."""
    CTRL_ENTER = "ctrl-enter"
    """Enter begins a new line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SideSettings:
    """What one side is told besides the prompt, and how its tokens are drawn."""

    system_prompt: str = ""
    sampler: SamplerSettings = field(default_factory=SamplerSettings)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonSettings:
    """The settings of both sides."""

    shared: bool = True
    """True if A's settings hold for both, so that only the models differ."""
    a: SideSettings = field(default_factory=SideSettings)
    b: SideSettings = field(default_factory=SideSettings)
    """Kept while they are shared, for when they are not."""
    b_is_own: bool = False
    """True once B has had settings of its own; then they are its own even where they are the defaults."""

    def of(self, side: Side) -> SideSettings:
        """What holds for a side."""
        return self.b if side == Side.B and not self.shared else self.a

    def with_side(self, side: Side, settings: SideSettings) -> ComparisonSettings:
        """The same with other settings for one side; for both while they are shared."""
        if side == Side.B and not self.shared:
            return replace(self, b=settings)
        return replace(self, a=settings)

    def apart(self) -> ComparisonSettings:
        """The same, each side with its own. If B never had any, it begins with A's, so that nothing changes at once."""
        has_own = self.b_is_own or self.b != SideSettings()
        return replace(self, shared=False, b=self.b if has_own else self.a, b_is_own=True)

    def together(self) -> ComparisonSettings:
        """The same with A's settings for both; B's are kept."""
        return replace(self, shared=True, b_is_own=self.b_is_own or not self.shared)


@dataclass(frozen=True, slots=True, kw_only=True)
class Preset:
    """Settings that the user has saved under a name."""

    name: str
    settings: SideSettings = field(default_factory=SideSettings)

    def applied_to(self, settings: SideSettings) -> SideSettings:
        """What the settings become: all of them are the preset's."""
        return self.settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """Everything that the program remembers of its window and its user's wishes."""

    theme: Theme = Theme.SYSTEM
    language: Language = Language.SYSTEM
    """Takes effect when the program is started again."""
    send_key: SendKey = SendKey.ENTER
    page: str = "compare"
    """The page that was open last."""
    window_geometry: str = ""
    """Qt's own bytes in base64; empty for the size that the program begins with."""
    splitter: tuple[_Pixels, ...] = ()
    """The widths of the two panes; empty for halves."""
    inspector: bool = True
    """True if the inspector is shown."""
    inspector_width: _Pixels = 0
    """In pixels; 0 for the width that it begins with."""
    synchronised_scrolling: bool = False
    """True if one pane scrolls with the other."""
    model_a: str = ""
    """Its name in the library; empty if none was chosen."""
    model_b: str = ""
    framing_a: Framing | None = None
    """None for what is natural for the model."""
    framing_b: Framing | None = None
    schedule: Schedule = Schedule.AUTO
    context_tokens: _ContextTokens = 4096
    """How much conversation to make room for."""
    threads: _Threads = 0
    """For both models together; 0 for all cores."""
    gpu_layers: _GpuLayers = 0
    """Layers of each model on a graphics card; -1 for all."""
    offline: bool = False
    """True if nothing may leave this computer: no search, no download."""
    settings: ComparisonSettings = field(default_factory=ComparisonSettings)
    presets: tuple[Preset, ...] = ()
    """The user's own, in the order in which they were made."""
    aspects: tuple[str, ...] = ()
    """What the user votes on besides what ships; in the order in which they came, as the tags."""
    tags: tuple[str, ...] = ()
    """What the user calls an answer besides what ships."""
    rate_in_detail: bool = False
    """True if every aspect and tag is shown below the vote."""
    blind: bool = False
    """True if a conversation hides who is who until the user has voted."""
    blind_explained: bool = False
    """True once the user has read what a blind comparison can't hide."""
    rater: str = ""
    """Who votes; empty for the one rater of a computer that nobody shares."""
    raters: tuple[str, ...] = ()
    """The names under which votes were given on this computer, in the order in which they came."""

"""What the outcome of a run adds to the style sheet."""

from __future__ import annotations

from ui.theme.palette import Palette


def style(p: Palette) -> str:
    """The rules of the view."""
    bars = "".join(
        f'QProgressBar[outcomeBar="{side}"]::chunk {{ background: {colour}; border-radius: 3px; }}\n'
        for side, colour in (("a", p.a), ("b", p.b))
    )
    return f"""
QLabel[role="outcomeHeadline"] {{ font-size: 19px; font-weight: 600; }}
QLabel[role="outcomeSoFar"] {{ background: {p.fair_soft}; color: {p.ink}; border-radius: 8px; padding: 6px 12px;
    font-size: 13px; }}
QLabel[role="outcomeValue"] {{ font-size: 13px; }}
QLabel[role="outcomeFailure"] {{ font-size: 13px; }}
QLabel[role="outcomeNotice"] {{ color: {p.quiet}; font-size: 14px; }}
QProgressBar[outcomeBar] {{ background: {p.ground}; border-radius: 3px; max-height: 6px; min-height: 6px; }}
{bars}
QListView#outcomeChecks {{ background: transparent; border: none; outline: none; font-size: 13px; }}
QWidget#outcomePanels {{ font-size: 13px; }}
"""

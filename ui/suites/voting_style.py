"""What voting through a run adds to the style sheet."""

from __future__ import annotations

from ui.theme.palette import Palette


def style(p: Palette) -> str:
    """The rules."""
    return f"""
QFrame#votingHead {{ background: transparent; border: none; }}
QFrame#votingHead QPushButton {{ padding: 4px 12px; }}
QFrame#votingHead QPushButton:focus {{ padding: 3px 11px; }}
QLabel[role="votingLookFor"] {{ font-size: 14px; }}
QWidget#voting QPushButton[vote]:checked:disabled {{ background: {p.hover}; color: {p.ink};
    border: 1px solid {p.quiet}; }}
QWidget#votingEnd QLabel[role="title"] {{ font-size: 18px; }}
QLabel[role="votingNumber"] {{ font-size: 15px; font-weight: 600; }}
"""

"""What the small controls add to the style sheet."""

from __future__ import annotations

from ui.theme.palette import Palette


def style(p: Palette) -> str:
    """The rules of the controls."""
    pressed = p.hover if p.dark else p.card
    return f"""
Switch {{ qproperty-off_colour: {p.quiet}; qproperty-on_colour: {p.a}; qproperty-knob_colour: {p.card};
    qproperty-ring_colour: {p.ink}; color: {p.ink}; }}

QFrame#segmented {{ background: {p.ground}; border: 1px solid {p.line}; border-radius: 9px; }}
QPushButton[segment] {{ background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 3px 13px;
    min-height: 18px; color: {p.quiet}; font-size: 13px; }}
QPushButton[segment]:hover {{ color: {p.ink}; }}
QPushButton[segment]:checked {{ background: {pressed}; color: {p.ink}; border-color: {p.line}; font-weight: 600; }}
QPushButton[segment]:focus {{ border: 2px solid {p.a}; padding: 2px 12px; }}

NumberField {{ padding: 4px 24px 4px 8px; min-height: 18px; }}
NumberField:focus {{ padding: 3px 23px 3px 7px; }}
NumberField::up-button, NumberField::down-button {{ subcontrol-origin: border; width: 22px; border: none;
    background: transparent; }}
NumberField::up-button {{ subcontrol-position: top right; }}
NumberField::down-button {{ subcontrol-position: bottom right; }}
NumberField::up-arrow, NumberField::down-arrow {{ image: none; width: 0; height: 0; }}

QFrame#undoNotice {{ background: {p.hover}; border: none; border-radius: 8px; }}
QFrame#undoNotice QLabel {{ font-size: 13px; }}
QFrame#undoNotice QPushButton {{ background: transparent; border: 2px solid transparent; padding: 2px 8px; color: {p.a};
    font-weight: 600; }}
QFrame#undoNotice QPushButton:hover {{ background: {p.card}; }}
QFrame#undoNotice QPushButton:focus {{ border: 2px solid {p.a}; }}

QFrame#messageBar {{ background: {p.hover}; border: none; border-radius: 8px; }}
QFrame#messageBar QLabel {{ font-size: 13px; }}
QFrame#messageBar[state="failed"] {{ background: {p.danger_soft}; border: 1px solid {p.danger}; }}
QFrame#messageBar[state="failed"] QLabel {{ color: {p.danger}; }}
"""

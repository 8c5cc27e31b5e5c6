import pytest

from ui.theme.palette import DARK, LIGHT, Palette


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_every_colour_of_a_text_can_be_read_where_it_stands(palette: Palette) -> None:
    inks = {
        palette.a: palette.a_soft,
        palette.b: palette.b_soft,
        palette.good: palette.good_soft,
        palette.fair: palette.fair_soft,
        palette.danger: palette.danger_soft,
    }
    for ink, soft in inks.items():
        for ground in (soft, palette.card, palette.ground):
            assert contrast(ink, ground) >= 4.5, (ink, ground)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_good_fair_and_danger_are_three_colours(palette: Palette) -> None:
    assert len({palette.good, palette.fair, palette.danger, palette.b}) == 4
    assert len({palette.good_soft, palette.fair_soft, palette.danger_soft}) == 3


def contrast(one: str, other: str) -> float:
    """As WCAG 2 defines it."""
    low, high = sorted(luminance(colour) for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

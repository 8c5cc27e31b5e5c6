"""Markdown for the tests of the conversation: one answer with everything in it, and texts that nobody would write."""

from __future__ import annotations

from hypothesis import strategies as st

EVERYTHING = """# Heading one
Photosynthesis is like a **superhero team**, with *one* of the ~~members~~ `Chlorophyll`. See [it](https://a.example/b).

## Heading two
1. First item with `code`
2. Second item
   - nested **bullet**
     - third level

   with a second paragraph

> A quotation
> > in a quotation

```python
def photosynthesis(light: float) -> str:
    \"\"\"Make sugar.

    From light.\"\"\"
    return f"sugar {light * 2.5}"  # a comment
```

| Name | Amount |
|:-----|-------:|
| Water | 12 |
| Light | **3.5** |

---

The formula is \\(E = mc^2\\) and ![a leaf](https://a.example/leaf.png).
مرحبا بالعالم
"""

_FRAGMENTS = [
    "Hello world, this is text. ",
    "**bold** and *it* ",
    "`code` ",
    "\n",
    "\n\n",
    "- item ",
    "\n- item two\n",
    "1. one\n",
    "   - nested\n",
    "    deep\n",
    "# Head\n",
    "\n```python\n",
    "```\n",
    "~~~\n",
    "\n    indented code\n",
    "> quote\n",
    "\n| a | b |\n|---|---|\n| 1 | 2 |\n",
    "| 3 | 4 |\n",
    "---\n",
    "===\n",
    "* * *\n",
    "<img src=x> ",
    "[a](http://x.y) ",
    "![p](http://x/p.png) ",
    "$x^2$ ",
    "\\[ a \\] ",
    "مرحبا ",
    "😀👨‍👩‍👧‍👦",
    "\t",
    "&amp; &#x202E; ",
    "\\",
    "-",
    "1",
    "*",
    "|",
    "def f(x):\n    return '''\n",
    "\r\n",
    "\r",
    "\u2028",
    "\ufdd0",
    "x" * 30,
]
_LONG = [
    "word " * 500,
    "x" * 2500,
    "a\n" * 100,
    "- a\n" * 60,
    "  - a\n" * 60,
    "| r | s |\n" * 60,
    "> q\n" * 90,
    "x = 1\n" * 60,
]

texts = st.lists(st.sampled_from(_FRAGMENTS) | st.sampled_from(_LONG) | st.text(max_size=8), max_size=25).map("".join)
"""Markdown of all kinds, whole and broken, some of it very long."""


@st.composite
def texts_in_pieces(draw: st.DrawFn) -> tuple[str, ...]:
    """A text as it might stream in."""
    text = draw(texts)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=12)))
    return tuple(text[begin:end] for begin, end in zip([0, *cuts], [*cuts, len(text)], strict=True))

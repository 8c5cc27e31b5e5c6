"""The table in the manual has every fault, and each test that stands elsewhere is there."""

import re
from pathlib import Path

from tests.app.environment import ROOT
from tests.faults.rows import ELSEWHERE, ELSEWHERE_WHOLE, Fault

_ROW = re.compile(r"^\| ([^|`]+) \| [\d,]+ \|", re.MULTILINE)


def test_the_manual_has_every_fault_in_order() -> None:
    assert _ROW.findall((ROOT / "docs" / "faults.md").read_text("utf-8")) == list(Fault)


def test_the_tests_elsewhere_are_there() -> None:
    for name in ELSEWHERE:
        file, _, test = name.partition("::")
        assert re.search(rf"^def {test}\(", (ROOT / file).read_text("utf-8"), re.MULTILINE), name
    assert all(Path(ROOT / file).exists() for file in ELSEWHERE_WHOLE)


def test_every_fault_is_tried() -> None:
    here = "".join(path.read_text("utf-8") for path in Path(__file__).parent.glob("test_*.py"))
    tried = {*ELSEWHERE.values(), *ELSEWHERE_WHOLE.values()} | {each for each in Fault if f"Fault.{each.name}" in here}
    assert tried == set(Fault)

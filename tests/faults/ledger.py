"""Counts how often each fault was tried, and prints the table at the end of the run."""

from __future__ import annotations

from collections import Counter, defaultdict

import pytest

from tests.faults.rows import ELSEWHERE, ELSEWHERE_WHOLE, Fault

PROPERTY = "fault"


class Ledger:
    """A plugin of pytest."""

    def __init__(self) -> None:
        self._tried: Counter[Fault] = Counter()
        self._lost: defaultdict[Fault, dict[str, None]] = defaultdict(dict)
        self._failed: Counter[Fault] = Counter()
        self._broken_off: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what a test has tried."""
        test, _, _ = report.nodeid.partition("[")
        elsewhere = ELSEWHERE.get(test) or ELSEWHERE_WHOLE.get(test.partition("::")[0])
        if elsewhere and report.when == "call" and not report.skipped:
            self._tried[elsewhere] += 1
            self._failed[elsewhere] += report.failed
        noted = [name for name, _ in report.user_properties if name == PROPERTY]
        if report.failed and not elsewhere and not noted and test.startswith("tests/faults/"):
            self._broken_off.append(report.nodeid)
        for name, value in report.user_properties if report.when == "call" else ():
            if name == PROPERTY:
                fault, times, lost = value  # type: ignore[misc]
                self._tried[fault] += times
                self._failed[fault] += report.failed
                if lost:
                    self._lost[fault][lost] = None

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Print the table."""
        if not self._tried and not self._broken_off:
            return
        terminalreporter.section("faults")
        width = max(map(len, Fault))
        terminalreporter.write_line(f"{'fault':<{width}} {'tried':>6}  lost")
        for fault in Fault:
            if tried := self._tried[fault]:
                failed = self._failed[fault]
                lost = f"see {failed} failed tests" if failed else ", ".join(self._lost[fault]) or "nothing"
                terminalreporter.write_line(f"{fault:<{width}} {tried:>6,}  {lost}")
        for test in self._broken_off:
            terminalreporter.write_line(f"failed before it could tell what was lost: {test}")

"""What an answer is like: measures of its text, and how two answers differ."""

from lab.analysis.comparison import Row, compare
from lab.analysis.measure import Definition, Measure, Unit
from lab.analysis.profile import DEFINITIONS, Profile, profile, profile_of

__all__ = ["DEFINITIONS", "Definition", "Measure", "Profile", "Row", "Unit", "compare", "profile", "profile_of"]

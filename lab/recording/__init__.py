"""Recordings: a lesson or the run of a suite with all its answers in one file, for computers that have no models."""

"""Recordings in the window: saved, opened, dropped onto it."""

"""Lessons in the window: the list, a reading column with one step at a time, and what runs behind it."""

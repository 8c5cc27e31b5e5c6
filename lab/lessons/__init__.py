"""Lessons: small steps to read, try, predict, vote on and think about, written in Markdown."""

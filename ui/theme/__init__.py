"""Colours, spacing and the one style sheet of the window."""

"""What can be known about the two answers: how they differ, how fast they came, what was given, and the proof."""

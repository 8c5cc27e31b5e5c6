"""A conversation with two contestants: what is sent, answered, kept, regenerated and branched. Knows no screen."""

"""The page on which one prompt goes to both models and their answers are read side by side."""

"""The page on which everything that was compared is found again."""

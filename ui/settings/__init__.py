"""The page on which the program itself is set: colours, keys, how models run, what is kept."""

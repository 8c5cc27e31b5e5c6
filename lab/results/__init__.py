"""What the votes say: brings the history, the measures and the ratings together for whoever shows results."""

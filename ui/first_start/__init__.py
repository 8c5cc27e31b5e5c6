"""What a new user sees in place of the panes: the offer to fetch a first pair of models."""

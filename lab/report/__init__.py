"""What the votes of a history say, as a document for people: Markdown, or one HTML file that loads nothing."""

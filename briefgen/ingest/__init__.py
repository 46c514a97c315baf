"""Text, Markdown, HTML and other sources become articles."""

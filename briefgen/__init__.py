"""briefgen turns news articles into structured briefs, each item tied to the exact words it rests on."""

__version__ = "0.1.0"

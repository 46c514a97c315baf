"""How the work on many articles is spread."""

"""Feeds of the newest briefs: Atom and JSON Feed."""

"""Attributions step by step: candidates from the grammar, sources, quotations, and the choice among them."""

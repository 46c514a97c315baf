"""An article becomes an extraction: mentions, attributions, positions, time expressions."""

"""Pure functions over all briefs: index, links, corroboration, timeline, findings."""

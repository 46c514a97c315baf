"""Gold against predicted: alignment, scores, floors, report."""

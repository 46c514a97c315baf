"""An extraction becomes a brief: mentions to actors, expressions to dates, phrases to topics."""

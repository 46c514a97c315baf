"""Who is who in one article: names put together, nominals and pronouns resolved, actors named."""

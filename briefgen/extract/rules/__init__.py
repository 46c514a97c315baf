"""The default extractor: rules over spaCy's parse. spaCy's objects never leave this room."""

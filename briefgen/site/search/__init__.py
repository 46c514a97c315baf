"""Finding: text search over the built pages, and browsing by facets."""

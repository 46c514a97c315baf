"""The corpus becomes pages: ready HTML, charts, feeds, data files."""

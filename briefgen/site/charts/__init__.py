"""Inline SVG made at build time: what is drawn, as numbers; the templates do the drawing."""

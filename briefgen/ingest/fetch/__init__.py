"""Fetches addresses politely and safely."""

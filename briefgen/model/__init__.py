"""Frozen models, one idea a file. No I/O."""

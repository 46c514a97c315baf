"""Rules that find positions, one idea a file; `positions.py` beside this folder runs them."""

"""`make bench`: speed as ratios, each measured side by side in one run."""

from __future__ import annotations

from tests.bench import extraction, pages

if __name__ == "__main__":
    for line in extraction.run():
        print(line, flush=True)
    for line in pages.main([1000]):
        print(line)

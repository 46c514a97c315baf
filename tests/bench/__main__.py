"""`make bench`: speed as ratios, each measured side by side in one run."""

from __future__ import annotations

from tests.bench import extraction, pages

if __name__ == "__main__":
    for part in (extraction, pages):
        for line in part.run():
            print(line, flush=True)

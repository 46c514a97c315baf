"""Where the time goes in a build of the site that finds one brief more, the newest, by samples of what is being run.

`python -m tests.bench.shares [BRIEFS]`; 3,000 unless told. A sample belongs to the innermost function that stands in
`STAGES`, so that asking counts as asking wherever it is done. Pagefind, which runs beside, is left out.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from tests.bench.pages import BUILD, lay_out, measure, run_code, write_brief

STAGES = {
    "<frozen importlib._bootstrap> _find_and_load": "importing",
    "site/building.py _read_inputs": "looking at what lies there",
    "keep/tree.py __init__": "looking at what lies there",
    "store/load.py load_briefs": "loading the briefs",
    "corpus/corpus.py build_corpus": "linking them",
    "site/contents.py site_pages": "listing the pages",
    "keep/watched.py vouch": "asking what would come out the same",
    "site/site_build.py _key": "asking what would come out the same",
    "site/site_build.py page": "making pages",
    "site/site_build.py add_tables": "making tables and the database",
    "site/site_build.py add_outputs": "making other files",
}
"""The end of a file's path, and a function of it → what it is there for."""
REST = "MkDocs and all else"
_SAMPLED = f"""
import json, signal
from collections import Counter

stages, found = {STAGES!r}, Counter()

def note(_, frame):
    while frame is not None:
        code = frame.f_code
        stage = stages.get("/".join(code.co_filename.split("/")[-2:]) + " " + code.co_name)
        if stage is not None:
            break
        frame = frame.f_back
    found[{REST!r} if frame is None else stage] += 1

signal.signal(signal.SIGPROF, note)
signal.setitimer(signal.ITIMER_PROF, 0.002, 0.002)
{BUILD}
signal.setitimer(signal.ITIMER_PROF, 0)
print("\\n" + json.dumps(found))
"""


def run(briefs: int = 3000, builds: int = 4) -> list[str]:
    """Returns the lines of the report: the shares over several builds, each of one brief more than the last."""
    found = dict.fromkeys([*STAGES.values(), REST], 0)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "ours"
        lay_out(folder, briefs)
        measure(BUILD, folder)
        for index in range(briefs, briefs + builds):
            write_brief(folder, index, briefs)
            for stage, number in json.loads(run_code(_SAMPLED, folder)).items():
                found[stage] += number
    samples = sum(found.values())
    lines = [f"{builds} builds of a site of {briefs:,} invented briefs, each with one more than before"]
    return lines + [f"  {number / samples:5.1%}  {stage}" for stage, number in found.items()]


if __name__ == "__main__":
    for line in run(*(int(text) for text in sys.argv[1:2])):
        print(line)

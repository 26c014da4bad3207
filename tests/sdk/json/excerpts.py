"""Looks for excerpts in codes.json: each stands there to the letter, but for how far it is indented."""

import sys
import textwrap
from pathlib import Path

file, *excerpts = (Path(name).read_text(encoding="utf-8") for name in sys.argv[1:])
for excerpt in excerpts:
    indents = [textwrap.indent(excerpt.rstrip(), " " * width) for width in range(0, 10, 2)]
    if not any(f"\n{indented}" in file for indented in indents):
        sys.exit(f"codes.json has no such part:\n{excerpt}")

"""Prints how much longer a program takes that imports the module."""

import subprocess
import sys
import time
from statistics import median

RUNS = 15


def seconds(program: str) -> float:
    """How long a program takes."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], cwd="python", check=True)
    return time.perf_counter() - start


print(
    round(1000 * (median(seconds("import codes") for _ in range(RUNS))
    - median(seconds("pass") for _ in range(RUNS)))),
    "ms",
)

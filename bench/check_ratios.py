#!/usr/bin/env python3
"""Runs one benchmark executable and holds it to its lines in ratios.txt.

usage: check_ratios.py EXECUTABLE

The smallest CPU time of several repetitions counts, because noise only ever adds.
A benchmark without a line in ratios.txt only has to run.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

LINE = re.compile(r"(?P<bench>\w+): (?P<name>\S+) / (?P<other>\S+) < (?P<limit>[\d.]+)$")
NANOSECONDS = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}


def ratios(bench):
    for number, line in enumerate(Path(__file__).with_name("ratios.txt").read_text().splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        match = LINE.match(line.strip())
        if not match:
            sys.exit(f"bench/ratios.txt:{number}: not of the form BENCH: NAME / OTHER < LIMIT")
        if match["bench"] == bench:
            yield match["name"], match["other"], float(match["limit"])


def cpu_times(executable):
    """Name of each benchmark -> its smallest CPU time in nanoseconds."""
    out = subprocess.run(
        [executable, "--benchmark_format=json", "--benchmark_repetitions=3", "--benchmark_min_time=0.1"],
        check=True, stdout=subprocess.PIPE).stdout
    times = {}
    for run in json.loads(out)["benchmarks"]:
        if run.get("error_occurred"):
            sys.exit(f"{run['name']}: {run.get('error_message', 'failed')}")
        if run.get("run_type") != "aggregate":
            time = run["cpu_time"] * NANOSECONDS[run["time_unit"]]
            name = run.get("run_name", run["name"])
            times[name] = min(time, times.get(name, time))
    return times


def main():
    executable = sys.argv[1]
    times = cpu_times(executable)
    for name, time in times.items():
        print(f"{name}: {time:.0f} ns of CPU")
    failed = False
    for name, other, limit in ratios(Path(executable).name.removesuffix("_bench")):
        if name not in times or other not in times:
            sys.exit(f"bench/ratios.txt names {name} / {other}, but there is no such benchmark")
        ratio = times[name] / times[other]
        holds = ratio < limit
        failed = failed or not holds
        print(f"{name} / {other} = {ratio:.2f}, {'below' if holds else 'NOT BELOW'} {limit:g}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

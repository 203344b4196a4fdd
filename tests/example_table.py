#!/usr/bin/env python3
"""Holds the table of examples/README.md against what the program finds.

usage: example_table.py BINARY      run in the project's root; both READMEs of examples/ are read

Every finding that the tables list must be found with that severity, and nothing else may be.
"""
import collections
import json
import re
import subprocess
import sys

ROW = re.compile(r"^\|\s*([\d,、 ]+)\|[^|]*\|\s*`([a-z-]+)`\s*\|\s*\**(error|warning|note)\**\s*\|")


def listed(path):
    found = collections.Counter()
    for line in open(path, encoding="utf-8"):
        match = ROW.match(line)
        if match:
            for row in re.findall(r"\d+", match.group(1)):
                found[int(row), match.group(2), match.group(3)] += 1
    return found


words = [sys.argv[1], "check", "examples/qinghe-2024-12.txt", "--format", "json", "--lang", "en"]
printed = subprocess.run(words, capture_output=True, text=True).stdout
found = collections.Counter((f["row"], f["code"], f["severity"]) for f in json.loads(printed)["findings"])
faults = 0
for path in ("examples/README.md", "examples/README.zh-CN.md"):
    table = listed(path)
    for what, more in (("listed and not found", table - found), ("found and not listed", found - table)):
        for entry in sorted(more):
            print(f"{path}: {what}: row {entry[0]} {entry[1]} {entry[2]}")
            faults += 1
print(f"{sum(found.values())} findings, {faults} faults")
sys.exit(1 if faults else 0)

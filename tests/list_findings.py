"""Lists the findings of a check's JSON, a line each: row, severity, code, arithmetic.

usage: list_findings.py FILE [SEVERITY...]
"""
import json
import sys

wanted = sys.argv[2:]
for f in json.load(open(sys.argv[1], encoding="utf-8"))["findings"]:
    if not wanted or f["severity"] in wanted:
        print(f["row"], f["severity"], f["code"], f["arithmetic"])

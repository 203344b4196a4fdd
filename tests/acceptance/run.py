#!/usr/bin/env python3
"""The acceptance test: a real city's table, which is not part of this repository.

usage: run.py BINARY        with DUBAN_CORPUS naming the folder that holds seed/, gold/ and score/

Exits with 77 and the reason where the corpus is not there.
"""
import collections
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

binary = sys.argv[1]
corpus = os.environ.get("DUBAN_CORPUS")
if not corpus or not Path(corpus, "seed", "linyi-2022-12.txt").is_file():
    print("skipped: DUBAN_CORPUS does not name a folder with seed/linyi-2022-12.txt")
    sys.exit(77)
corpus = Path(corpus)
document = corpus / "seed" / "linyi-2022-12.txt"
faults = []
checked = 0


def expect(condition, what):
    global checked
    checked += 1
    if not condition:
        faults.append(what)


def duban(*words, status=(0,)):
    done = subprocess.run([binary, *map(str, words)], capture_output=True, text=True, timeout=120)
    expect(done.returncode in status, f"{words[0]}: exit status {done.returncode}, {done.stderr.strip()}")
    return done


def digits(text):
    return "".join(str(text).split())


# Reading: every row, number and category.
read = json.loads(duban("read", document, "--format", "json").stdout)
tasks = read["tasks"]
expect(len(tasks) == 61 and read["rows_refused"] == 0, "61 rows are read and none refused")
expect(len({t["number"] for t in tasks}) == 60, "60 numbers")
expect(len({(t["category"]["ordinal"], t["category"]["name"]) for t in tasks}) == 20, "20 categories")
expect(sorted({t["category"]["ordinal"] for t in tasks}) == list(range(1, 21)), "categories 1 to 20")
expect(read["period"] == "2022-12", "the period")
by_row = {t["row"]: t for t in tasks}
expect(by_row[15]["plan"][-1]["periods"] == ["2022-11", "2022-12"], "a plan item of two months")
expect([p["periods"] for p in by_row[1]["plan"]] == [[]], "a plan without a month")
expect(by_row[33]["plan"][-1]["periods"] == ["2022-04"], "a plan that begins in April")
expect(len(by_row[38]["plan"]) == 15, "five sub-headings with three months each")
expect(by_row[30]["lead_units"] == ["市市场监管局"], "a doubled character at a joint is mended")
expect(by_row[13]["claimed_status"] == {"text": "已完成全年任务", "status": "done", "standard": True}, "a spaced-out status")
expect(by_row[38]["claimed_status"]["status"] == "partly_done", "a status that names a part")
for t in tasks:
    raw = t["raw"].get("plan", "")
    for item in t["plan"]:
        expect(raw[item["start"]:item["end"]] == item["raw"], f"row {t['row']}: places are code points of the raw cell")

# Quantities.
quantities = duban("extract", document, "--format", "jsonl").stdout
cells = {"measures": "measures", "plan": "plan", "progress": "progress"}
for line in quantities.splitlines():
    q = json.loads(line)
    raw = by_row[q["row"]]["raw"][cells[q["cell"]]]
    expect(raw[q["start"]:q["end"]] == q["text"], f"row {q['row']}: the text of {q['text']} is its slice of the cell")
with tempfile.TemporaryDirectory() as folder:
    found = Path(folder, "q.jsonl")
    found.write_text(quantities, encoding="utf-8")
    scorer = subprocess.run([sys.executable, corpus / "score" / "score_quantities.py", "-g", corpus / "gold" / "quantities-01-20.jsonl",
                             "--min-strict", "0.97", "--min-comparator", "0.95", found], capture_output=True, text=True)
    print(scorer.stdout)
    expect(scorer.returncode == 0, "strict F1 at least 0.97 and comparators at least 0.95")
    checked_text = duban("check", document, "--format", "json", "--lang", "en", status=(1,)).stdout
    checked_path = Path(folder, "c.json")
    checked_path.write_text(checked_text, encoding="utf-8")
    scorer = subprocess.run([sys.executable, corpus / "score" / "score_audit.py", checked_path, corpus / "gold", "1-20"],
                            capture_output=True, text=True)
    print(scorer.stdout)
    figures = scorer.stdout.strip().splitlines()[-1].replace("|", " ").split()
    score = {a: float(b) for a, b in zip(figures, figures[1:]) if b.replace(".", "", 1).isdigit()}
    expect(score["found"] >= 0.95 and score["precision"] >= 0.75 and score["verdict"] >= 0.9, "targets and verdicts")
    expect(score["recall_family"] >= 0.9 and score["precision_family"] >= 0.9, "findings by family")
    expect(score["precision_notes"] >= 0.6, "notes")
    expect(score["invented"] == 0 and score["holds"] == 0, "no error invented, no sum accused that holds")

# Checks, each with its severity.
check = json.loads(checked_text)
expect(duban("check", document, "--format", "json", "--lang", "en", status=(1,)).stdout == checked_text, "the same bytes give the same bytes")
findings = collections.defaultdict(list)
for f in check["findings"]:
    findings[f["row"], f["code"]].append(f)


def has(row, code, severity, *words):
    expect(any(f["severity"] == severity and all(w in f["arithmetic"] + f["message"] for w in words) for f in findings[row, code]),
           f"row {row}: {code} {severity} {words}")


has(51, "arithmetic-sum", "warning", "= 2079", "2000")
has(51, "arithmetic-sum", "note", "= 1207", "1200")
has(51, "arithmetic-sum", "note", "339", "350")
has(51, "plan-short-of-target", "warning", "= 9652", "348")
has(47, "text-of-another-row", "warning")
expect(not findings[48, "text-of-another-row"], "the row whose report it is, is not accused")
for row in (12, 13):
    has(row, "joint-result", "warning", "8155", "7900")
has(43, "target-changed", "note", "165.4%", "108.8%")
has(37, "status-contradicts-result", "error", "2023")
for row in (3, 14, 20):
    has(row, "status-contradicts-result", "warning")
has(50, "unit-mismatch", "warning")
has(34, "stage-below-promise", "warning")
expect({f["row"] for f in check["findings"] if f["severity"] == "error"} == {37}, "no other error")
# Nothing is said of sums and shares that hold.
for row in (25, 26, 44):
    expect(not any(f["row"] == row and f["code"].startswith("arithmetic-") for f in check["findings"]), f"row {row}: its arithmetic holds")
holds = collections.Counter((h["row"], h["code"]) for h in check["holds"])
expect(holds[25, "arithmetic-percent"] == 8, "eight percentages of 400,000 hold")
expect(any(h["row"] == 44 and h["arithmetic"].startswith("46.7 + 23.7") for h in check["holds"]), "six shares make a hundred")

for fault in faults:
    print("FAILED:", fault)
print(f"{checked - len(faults)} passed, {len(faults)} failed")
sys.exit(1 if faults else 0)

#!/usr/bin/env python3
"""Holds docs/checks/*.md to one form and runs their examples: the wrong one must be found, the right one must not.

usage: check_pages.py BINARY        run in the project's root

The first ```text block of a page is a row (label and cell, a line each), or several rows that begin
with （1）, （2）; the second gives the cells that differ in the right example. A ```toml block is the
file of waivers beside them.
Every page has the same sections in both languages, in one order, as many severities in each, and no word of intent.
"""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

LABELS = ["编号", "工作任务", "具体措施", "月度计划", "推进情况", "工作成效", "牵头单位"]
BLOCK = re.compile(r"```text\n(.*?)```", re.S)
WAIVERS = re.compile(r"```toml\n(.*?)```", re.S)


SECTIONS = [
    ["**What it finds.**", "**Wrong**", "**Right**", "**How to answer it.**", "**Severity**", "**What it never does.**"],
    ["**查什么**", "**错例**", "**正例**", "**如何答复**", "**级别**", "**不做什么**"],
]
NO_EXAMPLE = {"check-failed"}
INTENT = re.compile("造假|虚报|瞒报|故意|谎报|欺骗|隐瞒|弄虚作假|"
                    r"\b(falsif|fabricat|lie[sd]?\b|lying|liar|cheat|deceiv|deceit|deliberate|intentional|manipulat|conceal|fraud)",
                    re.I)


def form(page):
    """Yields what is wrong with the form of a page."""
    text = page.read_text(encoding="utf-8")
    if not text.startswith(f"# {page.stem}\n\n"):
        yield "does not begin with its code"
    english, _, chinese = text.partition("\n## 中文\n")
    for part, wanted in zip((english, chinese), SECTIONS):
        if page.stem in NO_EXAMPLE:
            wanted = [w for w in wanted if w not in ("**Wrong**", "**Right**", "**错例**", "**正例**")]
        places = [part.find(w) for w in wanted]
        if -1 in places or places != sorted(places):
            yield "sections wanted, in this order: " + " ".join(wanted)
    severities = [re.findall(r"`(error|warning|note)`", "\n".join(re.findall(r"^- .*", part, re.M)))
                  for part in (english, chinese)]
    if severities[0] != severities[1] or not severities[0]:
        yield f"severities differ: {severities[0]} {severities[1]}"
    for word in INTENT.finditer(text):
        yield f"a word of intent: {word[0]}"


MARK = re.compile(r"^（(\d)）(.*)$")


def rows_of(block):
    """The rows of a block by their number; lines without a number belong to the last one."""
    rows = {}
    number = 1
    for line in block.splitlines():
        mark = MARK.match(line)
        if mark:
            number, line = int(mark.group(1)), mark.group(2)
        label, _, cell = line.partition(" ")
        row = rows.setdefault(number, {})
        if label.strip() in LABELS:
            row[label.strip()] = cell.strip()
        elif mark:
            row["工作任务"] = line.strip()
    return rows


def codes(rows, waivers, folder):
    text = "某市2024年度民生实事12月份推进情况\n" + "\t".join(LABELS) + "\n"
    for i, row in sorted(rows.items()):
        row = {"编号": str(i), "工作任务": f"任务{i}", "牵头单位": "市住建局", **row}
        text += "\t".join(row.get(label, "") for label in LABELS) + "\n"
    path = Path(folder, "example.txt")
    path.write_text(text, encoding="utf-8")
    Path(folder, "duban.waivers.toml").write_text(waivers, encoding="utf-8")
    done = subprocess.run([sys.argv[1], "check", path, "--format", "json"], capture_output=True, text=True)
    return {f["code"] for f in json.loads(done.stdout)["findings"]}


faults = 0
pages = [p for p in sorted(Path("docs/checks").glob("*.md")) if p.stem != "README"]
with tempfile.TemporaryDirectory() as folder:
    for page in pages:
        for fault in form(page):
            print(f"{page}: {fault}")
            faults += 1
        if page.stem in NO_EXAMPLE:
            continue
        words = page.read_text(encoding="utf-8")
        blocks = [rows_of(b) for b in BLOCK.findall(words)]
        waivers = "".join(WAIVERS.findall(words))
        if len(blocks) < 2 or not blocks[0] or not blocks[1]:
            print(f"{page}: needs a wrong and a right example")
            faults += 1
            continue
        wrong = blocks[0]
        right = {i: {**row, **blocks[1].get(i, {})} for i, row in wrong.items()}
        if page.stem not in codes(wrong, waivers, folder):
            print(f"{page}: the wrong example is not found")
            faults += 1
        if page.stem in codes(right, waivers, folder):
            print(f"{page}: the right example is found wrong")
            faults += 1
print(f"{len(pages)} pages, {faults} faults")
sys.exit(1 if faults else 0)

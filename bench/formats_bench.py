#!/usr/bin/env python3
"""Reading and writing the files of offices, as whole processes, beside other programs in the same run.

usage: formats_bench.py [BINARY [ROUNDS]]        run in the project's root

Takes the table of 61 rows where DUBAN_CORPUS names its folder, else the shipped example. Rounds
alternate between the programs; the best of each counts; a long table is written and read once. A peer that is not installed is left out
(Debian: pandoc, libreoffice-writer, python3-docx, python3-openpyxl). Exit status 1 where a ratio is below the wanted one.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PYTHON = "/usr/bin/python3"  # the one that Debian's modules belong to

WRITE_DOCX = """
import sys
import docx
rows = [line.split("\\t") for line in open(sys.argv[1], encoding="utf-8").read().splitlines() if "\\t" in line]
wide = max(map(len, rows))
document = docx.Document()
table = document.add_table(rows=len(rows), cols=wide)
for row, texts in zip(table.rows, rows):
    for cell, text in zip(row.cells, texts):
        cell.text = text
document.save(sys.argv[2])
"""

WRITE_XLSX = """
import sys
import openpyxl
book = openpyxl.Workbook()
for line in open(sys.argv[1], encoding="utf-8"):
    if "\\t" in line:
        book.active.append(line.rstrip("\\n").split("\\t"))
book.save(sys.argv[2])
"""
LONG_ROWS = 12200  # of the long table: how long it may take and how much memory
LONG = {"read": 3, "written": 5}
LONG_MEMORY = 300 * 1024  # KB


def has_module(name):
    return subprocess.run([PYTHON, "-c", f"import {name}"], capture_output=True).returncode == 0


def comparisons(duban, text, folder):
    """(what, our command, [(peer, its command, times that it should take)])"""
    docx = folder / "table.docx"
    subprocess.run([duban, "convert", text, "-o", docx], check=True, capture_output=True)
    office = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]

    peers = []
    if shutil.which("pandoc"):
        peers.append(("pandoc", ["pandoc", docx, "-t", "plain", "-o", folder / "pandoc.txt"], 10))
    if shutil.which("soffice"):
        peers.append(("LibreOffice", [*office, "--convert-to", "txt:Text", "--outdir", folder / "office", docx], 50))
    yield "docx read", [duban, "read", docx, "--format", "json", "-o", folder / "read.json"], peers

    peers = []
    if has_module("docx"):
        script = folder / "write_docx.py"
        script.write_text(WRITE_DOCX, encoding="utf-8")
        peers.append(("python-docx", [PYTHON, script, text, folder / "peer.docx"], 10))
    yield "docx written", [duban, "convert", text, "-o", folder / "out.docx"], peers

    peers = []
    if has_module("openpyxl"):
        script = folder / "write_xlsx.py"
        script.write_text(WRITE_XLSX, encoding="utf-8")
        peers.append(("openpyxl", [PYTHON, script, text, folder / "peer.xlsx"], 10))
    yield "xlsx written", [duban, "convert", text, "-o", folder / "out.xlsx"], peers

    peers = []
    if shutil.which("soffice"):
        book = folder / "table.xlsx"
        subprocess.run([duban, "convert", text, "-o", book], check=True, capture_output=True)
        peers.append(("LibreOffice", [*office, "--convert-to", "pdf", "--outdir", folder / "office", book], 5))
    yield "pdf written", [duban, "convert", text, "-o", folder / "out.pdf"], peers


def long_table(duban, text, folder):
    """A long table as Excel file, written and read once: how many limits it breaks."""
    rows = sum("\t" in line for line in text.read_text(encoding="utf-8").splitlines())
    long = folder / "long.txt"
    long.write_text((text.read_text(encoding="utf-8") + "\n") * (LONG_ROWS // rows + 1), encoding="utf-8")
    broken = 0
    for what, command in (
        ("written", [duban, "convert", long, "-o", folder / "long.xlsx"]),
        ("read", [duban, "read", folder / "long.xlsx", "--format", "json", "-o", folder / "long.json"]),
    ):
        before = time.perf_counter()
        child = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)
        took = time.perf_counter() - before
        over = status != 0 or took > LONG[what] or used.ru_maxrss > LONG_MEMORY
        broken += over
        print(f"long xlsx {what}: {took:.2f} s of {LONG[what]}, {used.ru_maxrss // 1024} MB of 300{'  over' if over else ''}")
    return broken


def seconds(command):
    before = time.perf_counter()
    subprocess.run(list(map(str, command)), check=True, capture_output=True)
    return time.perf_counter() - before


def main():
    duban = sys.argv[1] if len(sys.argv) > 1 else "build/release/duban"
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    corpus = Path(os.environ.get("DUBAN_CORPUS", "/nowhere"), "seed/linyi-2022-12.txt")
    text = corpus if corpus.exists() else Path("examples/qinghe-2024-12.txt")
    print(text.name)
    below = 0
    with tempfile.TemporaryDirectory() as name:
        for what, ours, peers in comparisons(duban, text, Path(name)):
            best = [float("inf")] * (1 + len(peers))
            for _ in range(rounds):
                for i, command in enumerate([ours, *(p[1] for p in peers)]):
                    best[i] = min(best[i], seconds(command))
            print(f"{what:14} duban {best[0] * 1000:.1f} ms")
            for (peer, _, wanted), time_of in zip(peers, best[1:]):
                ratio = time_of / best[0]
                below += ratio < wanted
                mark = "" if ratio >= wanted else "  below"
                print(f"{'':14} {peer} {time_of * 1000:.1f} ms: {ratio:.1f} times (wanted {wanted}){mark}")
        below += long_table(duban, text, Path(name))
    sys.exit(1 if below else 0)


if __name__ == "__main__":
    main()

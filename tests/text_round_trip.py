#!/usr/bin/env python3
"""A programme that is written in a format and read again is the same programme.

usage: text_round_trip.py BINARY [--keep FOLDER]        run in the project's root

For each document (the examples, one of every layout, generated ones with awkward text and, where DUBAN_CORPUS names a
folder, the texts in it) and each format: what `read --format json` prints of the converted file equals what it prints
of the source, places and the name of the file aside. The table that is written has the columns that the office
prescribes, in its order; that of the source may lack some or have others.

Where LibreOffice is installed, what it makes of our pages is read as the same programme too; without it that part counts
as skipped.
"""
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import console

BINARY = sys.argv[1]
TABLES = [".html", ".csv"]  # of one shape: the official table
PLACES = {"line", "place", "start", "end", "file"}
EXAMPLES = sorted(Path("examples").glob("*.txt"))
LAYOUTS = sorted(Path("tests/data/layouts").glob("*-1.txt"))
HEADING = ["类别", "编号", "工作任务", "具体措施", "推进计划", "推进情况", "工作成效", "牵头单位"]
AWKWARD = [
    "<b>不是标签</b>", "a & b &amp; c", "\"引号\" 和 '撇号'", "=SUM(A1:A9)", "+8613800000000", "-5", "@某人", "'=1+1",
    "''=2", "＝全角", "，,；;、|\\|", "第一行\n第二行\n\n第四行", " 前后有空格 ", "　全角空格　", "两  个   空格", "𠮷野家𪚥",
    "👩‍👩‍👧 🏗️", "שלום עולם مرحبا", "0123456789" * 30, "很长的文字，" * 400, "", "<br>", "</td></tr></table>",
    "&nbsp;", "1\u00a02", "甲\u200b乙", "100%", "sep=;", "# 标题", "|---|", "{\"a\":1}", "<!-- 注 -->", "]]>", "\\n",
]
faults = []


def read(path):
    done = subprocess.run([BINARY, "read", str(path), "--format", "json"], capture_output=True)
    if done.returncode != 0:
        return None, done.stderr.decode()
    return json.loads(done.stdout), ""


def without_places(value):
    if isinstance(value, dict):
        return {k: without_places(v) for k, v in value.items() if k not in PLACES}
    if isinstance(value, list):
        return [without_places(v) for v in value]
    return value


def comparable(programme, ending):
    """The programme as the format can hold it."""
    out = without_places(programme)
    if ending in TABLES:
        # The written table has its own order of columns.
        pairs = sorted(zip(out["columns"], out["headings"]))
        out["columns"], out["headings"] = [p[0] for p in pairs], [p[1] for p in pairs]
    return out


def first_difference(a, b, at=""):
    if type(a) is not type(b):
        return f"{at}: {a!r} / {b!r}"
    if isinstance(a, dict):
        for key in sorted(set(a) | set(b)):
            if key not in a or key not in b:
                return f"{at}.{key}: only in one"
            found = first_difference(a[key], b[key], f"{at}.{key}")
            if found:
                return found
    elif isinstance(a, list):
        if len(a) != len(b):
            return f"{at}: {len(a)} / {len(b)} entries"
        for i, (x, y) in enumerate(zip(a, b)):
            found = first_difference(x, y, f"{at}[{i}]")
            if found:
                return found
    elif a != b:
        return f"{at}: {str(a)[:120]!r} / {str(b)[:120]!r}"
    return ""


def trip(source, ending, folder, name):
    written = folder / f"{name}{ending}"
    done = subprocess.run([BINARY, "convert", str(source), "-o", str(written)], capture_output=True)
    if done.returncode != 0:
        faults.append(f"{name}{ending}: convert: {done.stderr.decode().strip()}")
        return None
    return written


def same(source, written, ending, name):
    before, why = read(source)
    after, why_not = read(written)
    if before is None or after is None:
        faults.append(f"{name}: {why or why_not}")
        return
    found = first_difference(comparable(before, ending), comparable(after, ending))
    if found:
        faults.append(f"{name}: {found}")


def awkward_document(seed):
    """A sheet as CSV, since it can hold every text."""
    chance = random.Random(seed)

    def text():
        return "".join(chance.choice(AWKWARD) for _ in range(chance.choice([1, 1, 2, 3])))

    def quoted(cell):
        cell = cell.replace("\"", "\"\"")
        if cell.lstrip("'")[:1] in set("=+-@＝＋－＠") and cell.lstrip("'"):
            cell = "'" + cell
        return f"\"{cell}\""

    lines = [quoted(f"清禾市2024年度民生实事{seed}月份推进情况"), ",".join(map(quoted, HEADING))]
    for row in range(1, 12):
        cells = [f"{'一二三'[row // 4]}、类别{row // 4}", str(row), f"任务{row}{text()}", "全年新建6处。" + text(), text(),
                 text(), chance.choice(["已完成全年任务", text()]), text()]
        lines.append(",".join(map(quoted, cells)))
        if chance.random() < 0.2:
            lines.append(quoted("表间的话：" + text()))
    return "\r\n".join(lines) + "\r\n"


def libreoffice(page, folder, name):
    """What LibreOffice makes of the page, saved as a page again."""
    done = subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                           "html", "--outdir", str(folder / "office"), str(page)],
                          capture_output=True, timeout=110)
    made = folder / "office" / page.name
    if done.returncode != 0 or not made.exists():
        faults.append(f"{name}: LibreOffice made nothing: {done.stderr.decode()[-200:]}")
        return None
    return made


def without_blanks(value):
    if isinstance(value, str):
        return "".join(value.split()).replace("\u200b", "")
    if isinstance(value, list):
        return [without_blanks(v) for v in value]
    if isinstance(value, dict):
        return {k: without_blanks(v) for k, v in value.items() if k not in ("raw", "repairs")}
    return value


def main():
    folder = Path(tempfile.mkdtemp())
    trips = 0
    try:
        documents = [(p.stem, p, [*TABLES, ".json"]) for p in EXAMPLES]
        # Prose loses its sentences in a table; as JSON it keeps them.
        documents += [(p.stem, p, [".json"]) for p in LAYOUTS]
        for seed in range(1, 9):
            path = folder / f"awkward-{seed}.txt"
            path.write_text(awkward_document(seed), encoding="utf-8", newline="")
            documents.append((path.stem, path, [*TABLES, ".json"]))
        corpus = os.environ.get("DUBAN_CORPUS")
        if corpus:
            documents += [(p.stem, p, [*TABLES, ".json"]) for p in sorted(Path(corpus, "seed").glob("*.txt"))]
        for name, source, endings in documents:
            for ending in endings:
                written = trip(source, ending, folder, name)
                if written:
                    same(source, written, ending, f"{name}{ending}")
                    trips += 1
        office = shutil.which("soffice")
        if office:
            page = folder / f"{EXAMPLES[0].stem}.html"
            made = libreoffice(page, folder, "LibreOffice html")
            if made:
                before, after = read(EXAMPLES[0])[0], read(made)[0]
                found = "not read" if after is None else first_difference(
                    without_blanks(comparable(before, ".html")), without_blanks(comparable(after, ".html")))
                if found:
                    faults.append(f"LibreOffice html: {found}")
                trips += 1
        if "--keep" in sys.argv:
            shutil.copytree(folder, sys.argv[sys.argv.index("--keep") + 1], dirs_exist_ok=True)
    finally:
        shutil.rmtree(folder)
    for fault in faults:
        print(fault)
    print(f"{trips} round trips, {len(faults)} not the same" + ("" if office else "; LibreOffice is not installed: its part skipped"))
    if faults:
        sys.exit(1)
    sys.exit(0 if office else console.SKIPPED)


main()

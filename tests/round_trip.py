#!/usr/bin/env python3
"""Programme -> format -> programme: every format that keeps all fields must give back what
`duban read --format json` prints of the source, places aside; PDF must give back all the text.

usage: round_trip.py BINARY [--seeds N]

Sources: the shipped examples, tables made from a seed with awkward texts, and the real document
where DUBAN_CORPUS names its folder. With LibreOffice installed its own saves are read too.
"""
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BINARY = sys.argv[1]
SEEDS = int(sys.argv[sys.argv.index("--seeds") + 1]) if "--seeds" in sys.argv else 3
KEEPS_ALL = [".docx", ".xlsx", ".html", ".csv", ".json"]
PLACES = {"file", "line", "place", "start", "end", "refused", "rows_refused"}
HEADING = ["类别", "编号", "工作任务", "具体措施", "推进计划", "推进情况", "工作成效", "牵头单位"]
AWKWARD = [
    "新建公厕10座", "a<b & c>d", "“引号”'单'\"双\"", "=1+1", "+86", "-5", "@某", "<p>①5月，完成。</p> <p>②6月，验收。</p>",
    "表情😀🚒", "𠮷野家𪚥", "שלום עולם", "مرحبا", "  前后有空格  ", "&amp;&nbsp;&lt;br&gt;", "100%", "_x0041_", "'撇号", "'=2", "很长" * 2000,
    "、。，", "Ａ１２", "]]>", "<!-- -->", "\u00a0", "\u3000全角空格\u3000", "a  b", "1,200", "2024-01-02", "0012", "1e5", "TRUE",
]


def run(*words):
    done = subprocess.run([BINARY, *words], capture_output=True, text=True)
    if done.returncode == 2:
        raise SystemExit(f"{' '.join(words)}: {done.stderr}")
    return done.stdout


def plain(value):
    """Without the places."""
    if isinstance(value, dict):
        return {k: plain(v) for k, v in value.items() if k not in PLACES}
    if isinstance(value, list):
        return [plain(v) for v in value]
    return value


def programme(path):
    return plain(json.loads(run("read", str(path), "--format", "json")))


def differences(a, b, at=""):
    if isinstance(a, dict) and isinstance(b, dict):
        for key in sorted(set(a) | set(b)):
            if a.get(key) != b.get(key):
                yield from differences(a.get(key), b.get(key), f"{at}.{key}")
    elif isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        for i, (x, y) in enumerate(zip(a, b)):
            if x != y:
                yield from differences(x, y, f"{at}[{i}]")
    else:
        yield f"{at}: {str(a)[:100]!r} became {str(b)[:100]!r}"


def awkward(seed, folder):
    """A table of text whose cells are awkward for one format or another."""
    chance = random.Random(seed)
    rows = ["某市2024年民生实事11月份推进情况", "\t".join(HEADING)]
    for number in range(1, 31):
        cells = [f"{1 + number // 7}、类别{number // 7}", str(number), chance.choice(AWKWARD)]
        cells += ["".join(chance.choice(AWKWARD) for _ in range(chance.randint(1, 4))) for _ in range(3)]
        cells += [chance.choice(["已完成", "达到序时进度", ""]), chance.choice(["市民政局", "市水务局 市城管局", ""])]
        rows.append("\t".join(cells))
    path = folder / f"awkward-{seed}.txt"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def office(path, ending, folder):
    """What LibreOffice saves of the file, or None where it is not installed."""
    if shutil.which("soffice") is None:
        return None
    out = folder / "office"
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                    ending.lstrip("."), "--outdir", str(out), str(path)], check=True, capture_output=True, timeout=180)
    return out / (path.stem + ending)


def without_blanks(text):
    return "".join(text.split())


failed = 0
passed = 0


def compare(name, wanted, got):
    global failed, passed
    found = list(differences(wanted, got))
    if found:
        failed += 1
        print(f"{name}: {len(found)} differences")
        for line in found[:5]:
            print(f"    {line}")
    else:
        passed += 1


with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    sources = sorted(Path("examples").glob("*.txt")) + [awkward(seed, folder) for seed in range(SEEDS)]
    corpus = os.environ.get("DUBAN_CORPUS")
    if corpus:
        sources += sorted(Path(corpus, "seed").glob("*.txt"))
    for source in sources:
        wanted = programme(source)
        for ending in KEEPS_ALL:
            made = folder / (source.stem + ending)
            run("convert", str(source), "-o", str(made))
            compare(made.name, wanted, programme(made))
            again = folder / ("again-" + source.stem + ending)
            run("convert", str(source), "-o", str(again))
            if made.read_bytes() != again.read_bytes():
                failed += 1
                print(f"{made.name}: two runs give different bytes")
            if ending in (".docx", ".xlsx") and not source.stem.startswith("awkward"):
                saved = office(made, ending, folder)
                if saved is not None:
                    compare("LibreOffice " + saved.name, wanted, programme(saved))
        made = folder / (source.stem + ".pdf")
        run("convert", str(source), "-o", str(made), "--clean")
        if shutil.which("pdftotext") and not source.stem.startswith("awkward"):
            text = without_blanks(subprocess.run(["pdftotext", str(made), "-"], capture_output=True, text=True).stdout)
            missing = [c for t in wanted["tasks"] for c in without_blanks(t["title"] + t["measures"]) if c not in text]
            if missing:
                failed += 1
                print(f"{made.name}: {len(missing)} characters missing: {''.join(missing[:20])}")
            else:
                passed += 1
if not os.environ.get("DUBAN_CORPUS"):
    print("DUBAN_CORPUS is not set: the real document was not tried")
if shutil.which("soffice") is None:
    print("LibreOffice is not installed: its saves were not tried")
print(f"{passed} passed, {failed} failed")
sys.exit(1 if failed else 0)

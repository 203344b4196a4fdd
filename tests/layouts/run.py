#!/usr/bin/env python3
"""Scores how documents of other layouts are read, against answers made by hand.

usage: run.py BINARY [FOLDER] [--show NAME]

The folder (tests/data/layouts) holds NAME.txt with NAME.quantities.jsonl, NAME.links.jsonl and NAME.findings.jsonl; the layout
is NAME up to its hyphen. Prints a line a document and one a layout; with --show every difference of the documents whose
name begins so. The exit status is 1 where a figure over all documents is below its floor.

quantities  found and right by row, cell, value and unit: precision and recall
targets     promised figures found by row and value (recall, precision), and how many of them have the right verdict
findings    recall of errors and warnings by row and code (or an equal code that the answers name), precision of the errors and
            warnings that the program prints, and errors that no answer knows: those accuse without ground
"""
import collections
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOORS = {"items": 1.0, "quantity recall": 0.97, "quantity precision": 0.97, "target recall": 0.97, "verdicts": 0.94}
MOST_INVENTED = 1
LOUD = ("error", "warning")


def lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()] if path.is_file() else []


def number(value):
    return None if value is None else round(float(value), 6)


def share(part, whole):
    return part / whole if whole else 1.0


class Score:
    """Sums of one document, added up over several."""

    def __init__(self):
        self.n = collections.Counter()

    def add(self, other):
        self.n.update(other.n)

    def figures(self):
        n = self.n
        return {
            "items": share(n["items right"], n["documents"]),
            "quantity recall": share(n["quantities met"], n["quantities wanted"]),
            "quantity precision": share(n["quantities met"], n["quantities printed"]),
            "target recall": share(n["targets met"], n["targets wanted"]),
            "target precision": share(n["targets known"], n["targets printed"]),
            "verdicts": share(n["verdicts right"], n["targets met"]),
            "finding recall": share(n["findings met"], n["findings wanted"]),
            "finding precision": share(n["findings known"], n["findings printed"]),
        }

    def line(self, name):
        f = self.figures()
        n = self.n
        return (f"{name:10} items {f['items']:4.2f}  quantities {f['quantity recall']:5.3f} {f['quantity precision']:5.3f}"
                f"  targets {f['target recall']:5.3f} {f['target precision']:5.3f}  verdicts {f['verdicts']:5.3f}"
                f"  findings {n['findings met']}/{n['findings wanted']} {n['findings known']}/{n['findings printed']}"
                f"  invented {n['invented']}")


def quantities(score, wanted, printed, tell):
    key = lambda q: (q["row"], q["cell"], number(q["value"]), q["unit"] or None)
    want = collections.Counter(map(key, wanted))
    have = collections.Counter(map(key, printed))
    score.n["quantities wanted"] += sum(want.values())
    score.n["quantities printed"] += sum(have.values())
    score.n["quantities met"] += sum((want & have).values())
    for what, rest in (("missing", want - have), ("extra", have - want)):
        for k in sorted(rest, key=str):
            tell(f"quantity {what}: {k}")


def targets(score, wanted, printed, tell):
    rest = collections.defaultdict(list)
    for target in printed:
        if target["value"] is not None:
            rest[target["row"], number(target["value"])].append(target)
    known = {(g["row"], number(g["value"])) for g in wanted}
    score.n["targets printed"] += sum(len(v) for v in rest.values())
    score.n["targets known"] += sum(len(v) for k, v in rest.items() if k in known)
    for k, v in sorted(rest.items()):
        if k not in known:
            tell(f"target extra: {k} {v[0]['subject']} {v[0]['verdict']}")
    for g in wanted:
        if g["value"] is None or g.get("optional"):
            continue
        score.n["targets wanted"] += 1
        bucket = rest[g["row"], number(g["value"])]
        if not bucket:
            tell(f"target missing: row {g['row']} {g['target']} {g['verdict']}")
            continue
        score.n["targets met"] += 1
        right = {g["verdict"], *g.get("accept", [])}
        same = [t for t in bucket if t["verdict"] in right]
        score.n["verdicts right"] += bool(same)
        if not same:
            tell(f"verdict: row {g['row']} {g['target']} is {bucket[0]['verdict']}, wanted {g['verdict']}")
        bucket.remove((same or bucket)[0])


def findings(score, wanted, printed, tell):
    answers = [g for g in wanted if g["code"] != "check-holds"]
    codes = lambda g: {g["code"], *g.get("also", [])}
    for g in answers:
        if g["severity"] not in LOUD:
            continue
        score.n["findings wanted"] += 1
        met = any(f["row"] == g["row"] and f["code"] in codes(g) and f["severity"] in LOUD for f in printed)
        score.n["findings met"] += met
        if not met:
            tell(f"finding missing: row {g['row']} {g['code']} {g['severity']}")
    for f in printed:
        if f["severity"] not in LOUD:
            continue
        score.n["findings printed"] += 1
        known = any(f["row"] == g["row"] and f["code"] in codes(g) for g in answers)
        score.n["findings known"] += known
        if not known:
            invented = f["severity"] == "error" and not any(f["row"] == g["row"] and g["severity"] == "error" for g in answers)
            score.n["invented"] += invented
            tell(f"finding extra: row {f['row']} {f['code']} {f['severity']}: {f['message']}")


def score_document(binary, path, show):
    def run(*words):
        done = subprocess.run([binary, *words, str(path), "--lang", "zh"], capture_output=True, text=True, timeout=60)
        return done.stdout

    def answers(kind):
        return lines(path.with_suffix(f".{kind}.jsonl"))

    def tell(what):
        if show:
            print(f"  {path.stem}: {what}")

    score = Score()
    score.n["documents"] = 1
    read = run("read", "--format", "json")
    if not read:
        tell("is not read")
    items = json.loads(read)["rows_read"] if read else 0
    wanted = max(q["row"] for kind in ("quantities", "links") for q in answers(kind))
    score.n["items right"] = items == wanted
    if items != wanted:
        tell(f"{items} items, wanted {wanted}")
    quantities(score, answers("quantities"), [json.loads(q) for q in run("extract").splitlines()], tell)
    check = run("check", "--format", "json")
    result = json.loads(check) if check else {"targets": [], "findings": []}
    targets(score, answers("links"), result["targets"], tell)
    findings(score, answers("findings"), result["findings"], tell)
    return score


def main():
    words = sys.argv[1:]
    show = words.pop(words.index("--show") + 1) if "--show" in words else None
    words = [w for w in words if w != "--show"]
    if not words:
        print(__doc__)
        return 2
    folder = Path(words[1]) if len(words) > 1 else ROOT / "tests" / "data" / "layouts"
    documents = sorted(folder.glob("*.txt"))
    if not documents:
        print(f"no documents in {folder}")
        return 1
    whole = Score()
    layouts = collections.defaultdict(Score)
    for path in documents:
        score = score_document(words[0], path, show is not None and path.stem.startswith(show))
        print(score.line(path.stem))
        layouts[path.stem.split("-")[0]].add(score)
        whole.add(score)
    for name, score in sorted(layouts.items()):
        print(score.line(f"= {name}"))
    print(whole.line("= all"))
    figures = whole.figures()
    low = [f"{name} {figures[name]:.3f} is below {floor}" for name, floor in FLOORS.items() if figures[name] < floor]
    if whole.n["invented"] > MOST_INVENTED:
        low.append(f"{whole.n['invented']} errors that no answer knows, at most {MOST_INVENTED}")
    for fault in low:
        print(fault)
    return 1 if low else 0


if __name__ == "__main__":
    sys.exit(main())

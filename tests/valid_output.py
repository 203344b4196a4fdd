#!/usr/bin/env python3
"""What duban prints and saves is valid: JSON and SARIF against docs/schema/, HTML against itself.

usage: valid_output.py BINARY        run in the project's root

Checked on the examples, on documents of other layouts and on one made to break things. JSON and SARIF need the module
jsonschema (package python3-jsonschema); without it the rest is checked and the test counts as skipped.
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path

import console

try:
    import jsonschema
except ImportError:
    jsonschema = None

EXAMPLE = "examples/qinghe-2024-12.txt"
BEFORE = "examples/qinghe-2024-11.txt"
VOID = {"meta", "br"}
# Whatever may make a browser fetch something or run something.
FETCHING = {"script", "link", "img", "iframe", "object", "embed", "base", "form", "audio", "video", "source"}
LAYOUTS = sorted(map(str, Path("tests/data/layouts").glob("*-1.txt")))
HOSTILE = (
    '<script>alert(1)</script> "2024年" & 12月份\n'
    "编号\t工作任务\t具体措施\t月度计划\t推进情况\t工作成效\t牵头单位\n"
    '1\t"><img src=x onerror=a()>\t全年建成<b>10</b>座</mark>，投入资金0元。\t<p>①5月，建成3座。</p><p>②6月，累计2座</p>'
    "\t截至12月，建成8座（甲区3座、乙区4座），完成100%，0% & <5。\t已完成全年任务\t=cmd|'x'/../市局\n"
    "1\t同号\t建成-5座\t\t建成99999999999999座\t已完成\t\n"
    "\t\x01\t至少建成0座\t12月，0座\t0座\t已完成全年任务\t市局 二局\n"
)
faults = []


def fault(what):
    faults.append(what)
    print(what)


def output_of(*words, verb="check"):
    done = subprocess.run([sys.argv[1], verb, *words], capture_output=True)
    if done.returncode not in (0, 1):
        fault(f"{verb} {' '.join(words)}: exit status {done.returncode}")
    return done.stdout.decode("utf-8")


class Page(HTMLParser):
    """Every element closed in its turn, every anchor once, every link to an anchor that is there."""

    def __init__(self, name):
        super().__init__(convert_charrefs=True)
        self.name = name
        self.open = []
        self.ids = set()
        self.links = []
        self.texts = []

    def handle_starttag(self, tag, attributes):
        if tag in FETCHING:
            fault(f"{self.name}: <{tag}> may fetch or run something")
        for key, value in attributes:
            if key.startswith("on") or key in ("src", "srcset", "action", "style"):
                fault(f"{self.name}: attribute {key} in <{tag}>")
            if key == "href":
                self.links.append(value)
            if key == "id":
                if value in self.ids:
                    fault(f"{self.name}: id {value} twice")
                self.ids.add(value)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            fault(f"{self.name}: </{tag}> at {self.getpos()} inside {self.open[-3:]}")
        else:
            self.open.pop()

    def handle_data(self, data):
        if self.open and self.open[-1] == "style" and re.search(r"url\s*\(|@import|//", data):
            fault(f"{self.name}: the style sheet may fetch something")
        self.texts.append(data)

    def finish(self):
        self.close()
        if self.open:
            fault(f"{self.name}: not closed: {self.open}")
        for link in self.links:
            if not link.startswith("#"):
                fault(f"{self.name}: a link that leaves the page: {link}")
            elif link[1:] not in self.ids:
                fault(f"{self.name}: a link to nothing: {link}")


def check_html(name, text, must_hold):
    if not text.startswith("<!DOCTYPE html>"):
        fault(f"{name}: no document type")
    page = Page(name)
    page.feed(text)
    page.finish()
    whole = "".join(page.texts)
    for words in must_hold:
        if words not in whole:
            fault(f"{name}: does not hold {words!r}")
    if page.ids and not any(i.startswith("d1-f") for i in page.ids):
        fault(f"{name}: no findings")


def check_schema(name, schema, value):
    if jsonschema is None:
        return
    validator = jsonschema.validators.validator_for(schema)
    for error in validator(schema).iter_errors(value):
        fault(f"{name}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")


def check_places(name, log, texts):
    """Line and column of every region lead to the text that is quoted."""
    for result in log["runs"][0]["results"]:
        rule = log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]
        if rule["id"] != result["ruleId"]:
            fault(f"{name}: ruleIndex {result['ruleIndex']} is {rule['id']}, not {result['ruleId']}")
        for location in result["locations"] + result.get("relatedLocations", []):
            region = location["physicalLocation"]["region"]
            if "snippet" not in region:
                continue
            lines = texts[location["physicalLocation"]["artifactLocation"]["uri"]].split("\n")
            quoted = lines[region["startLine"] - 1 : region["endLine"]]
            quoted[-1] = quoted[-1][: region["endColumn"] - 1]
            quoted[0] = quoted[0][region["startColumn"] - 1 :]
            if "\n".join(quoted) != region["snippet"]["text"]:
                fault(f"{name}: {region} quotes {quoted}")


schemas = {path.name.split(".")[0]: json.loads(path.read_text()) for path in Path("docs/schema").glob("*.schema.json")}
if jsonschema is not None:
    for schema in schemas.values():
        jsonschema.validators.validator_for(schema).check_schema(schema)
with tempfile.TemporaryDirectory() as folder:
    hostile = Path(folder, "a&b.txt")
    hostile.write_text(HOSTILE, encoding="utf-8", newline="")
    answers = Path(folder, "answers.csv")
    first = json.loads(output_of(EXAMPLE, "--format", "json"))["findings"][0]["id"]
    answers.write_text(f'finding,answer\n{first},"<b>seen</b>\n& mended"\n', encoding="utf-8")
    sources = {EXAMPLE: Path(EXAMPLE).read_text(encoding="utf-8"),
               hostile.as_uri(): hostile.read_text(encoding="utf-8"),
               **{path: Path(path).read_text(encoding="utf-8") for path in LAYOUTS}}
    for language in ("zh", "en"):
        calls = [[EXAMPLE], [str(hostile)], [EXAMPLE, str(hostile)],
                 [EXAMPLE, "--answers", str(answers)], [EXAMPLE, "--select", "numbering"], LAYOUTS]
        for words in calls:
            name = " ".join(words) + f" ({language})"
            call = words + ["--lang", language, "--format"]
            for line in output_of(*call, "json").splitlines():
                check_schema("json: " + name, schemas["check"], json.loads(line))
            log = json.loads(output_of(*call, "sarif"))
            check_schema("sarif: " + name, schemas["sarif"], log)
            check_places("sarif: " + name, log, sources)
            page = output_of(*call, "html")
            if "numbering" not in words:
                check_html("html: " + name, page,
                           ["<b>seen</b>\n& mended"] if "--answers" in words else [])
            for line in output_of(*call, "github").splitlines():
                if not re.match(r"::(error|warning|notice) file=[^,]+,line=\d+,", line):
                    fault(f"github: {name}: {line}")

    every = [EXAMPLE, str(hostile), *LAYOUTS]
    for line in output_of(*every, "--format", "json", verb="read").splitlines():
        check_schema("read", schemas["read"], json.loads(line))
    for line in output_of(*every, verb="extract").splitlines():
        check_schema("extract", schemas["extract"], json.loads(line))
    for pair in ([BEFORE, EXAMPLE], [EXAMPLE, BEFORE], [EXAMPLE, str(hostile)], LAYOUTS[:2]):
        check_schema("diff", schemas["diff"], json.loads(output_of(*pair, "--format", "json", verb="diff")))
    for path in every:
        copy = Path(shutil.copy(path, Path(folder, "copy.txt")))
        output_of(str(copy), "--save", verb="read")
        saved = Path(folder, "copy.txt.reading.json")
        check_schema("reading of " + path, schemas["reading"], json.loads(saved.read_text(encoding="utf-8")))
        saved.unlink()

print(f"{len(faults)} faults")
if faults:
    sys.exit(1)
if jsonschema is None:
    print("HTML and places are right; not checked against the schemas: the module jsonschema is not "
          "installed (apt-get install python3-jsonschema)")
    sys.exit(console.SKIPPED)

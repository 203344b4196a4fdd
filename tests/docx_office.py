#!/usr/bin/env python3
"""Comments in Word files and another office: LibreOffice finds each, and nothing of the text is changed.

usage: docx_office.py BINARY [FOLDER]

Puts the findings of the example as comments into a Word file of it, has LibreOffice save that anew,
and compares the comments of both, and what `read` prints of both with that of the example, places
aside. Pages are drawn into FOLDER (or DUBAN_ARTEFACTS) for looking at, where one is named; so are
those of official.docx in it. Skipped without soffice.
"""
import html
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PLACES = {"file", "line", "place", "start", "end"}


def without_places(value):
    if isinstance(value, dict):
        return {k: without_places(v) for k, v in value.items() if k not in PLACES}
    if isinstance(value, list):
        return [without_places(v) for v in value]
    return value


def main():
    if not sys.argv[1:]:
        sys.exit(__doc__)
    binary = sys.argv[1]
    artefacts = sys.argv[2] if len(sys.argv) > 2 else os.environ.get("DUBAN_ARTEFACTS")
    soffice = shutil.which("soffice")
    if soffice is None:
        print("skipped: soffice (LibreOffice) is not installed")
        sys.exit(77)

    def duban(*words, fine=(0,)):
        done = subprocess.run([binary, *map(str, words)], capture_output=True, text=True)
        if done.returncode not in fine:
            sys.exit(f"{words}: status {done.returncode}\n{done.stderr}")
        return done.stdout

    def read(path):
        return without_places(json.loads(duban("read", path, "--format", "json")))

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def office(kind, path, out):
            subprocess.run(
                [soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless",
                 "--convert-to", kind, "--outdir", str(out), str(path)],
                check=True, capture_output=True, timeout=240)
            return out / (path.stem + "." + kind.split(":")[0])

        again = folder / "again"
        example = Path("examples/qinghe-2024-12.txt")
        plain = folder / "example.docx"
        duban("convert", example, "-o", plain)
        noted = folder / "noted.docx"
        duban("check", plain, "--all", "-o", noted, fine=(0, 1))
        wanted = read(example)
        faults = 0
        if read(noted) != wanted:
            print(f"{noted.name} reads otherwise than {example}")
            faults += 1
        if read(office("docx:MS Word 2007 XML", noted, again)) != wanted:
            print(f"{noted.name} saved by LibreOffice reads otherwise than {example}")
            faults += 1
        texts = []
        for path in (noted, again / "noted.docx"):
            with zipfile.ZipFile(path) as archive:
                xml = archive.read("word/comments.xml").decode()
            texts.append([html.unescape(re.sub("<[^>]*>", "", c))
                          for c in re.findall(r"(?s)<w:comment .*?</w:comment>", xml)])
        if not texts[0] or sorted(texts[0]) != sorted(texts[1]):
            print(f"comments: {len(texts[0])} written, {len(texts[1])} after LibreOffice")
            faults += 1
        if artefacts:
            out = Path(artefacts)
            out.mkdir(parents=True, exist_ok=True)
            for path in [plain, noted, *out.glob("official.docx")]:
                pdf = office("pdf", path, out)
                if shutil.which("pdftoppm"):
                    subprocess.run(["pdftoppm", "-r", "60", "-png", pdf, out / path.stem], check=True)
        print(f"{len(texts[0])} comments, faults: {faults}")
        sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""How the files look that are made of the example: every page as a picture, and what can be told of pages by rule.

usage: printed_pages.py BINARY [FOLDER]

Makes the table as Word, Excel and PDF file, the bulletin as Word and PDF file and an Excel form, has
LibreOffice print what is not PDF, and draws each page as PNG into FOLDER (by default build/release/pages), for
looking at. Fails where a page is empty or of another size or orientation, where the heading of the table
is not repeated on a page, where a typeface is not embedded, where text is lost, or where ink comes
closer to the edge than a printer prints. Skipped without soffice.
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

EXAMPLE = "examples/qinghe-2024-12.txt"
UNIT = "市住房城乡建设局"
DPI = 60
EDGE_MM = 5
A4 = (595, 842)  # points, portrait

# name: (words of the command, orientations allowed, repeats the heading of the table)
FILES = {
    "table.docx": (["convert", EXAMPLE, "-o"], {"landscape"}, True),
    "table.xlsx": (["convert", EXAMPLE, "-o"], {"landscape"}, True),
    "table.pdf": (["convert", EXAMPLE, "-o"], {"landscape"}, True),
    "bulletin.docx": (["bulletin", EXAMPLE, "--issuer", "清禾市政府督查室", "--date", "2024-12-05", "-o"],
                      {"portrait", "landscape"}, False),
    "bulletin.pdf": (["bulletin", EXAMPLE, "--issuer", "清禾市政府督查室", "--date", "2024-12-05", "-o"],
                     {"portrait", "landscape"}, False),
    "form.xlsx": (["form", EXAMPLE, "--unit", UNIT, "--month", "12", "-o"], {"landscape"}, False),
}


def run(*words):
    done = subprocess.run(list(map(str, words)), capture_output=True, text=True, timeout=240)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}: status {done.returncode}\n{done.stderr}")
    return done.stdout


def sizes(pdf):
    """(width, height) in points of every page."""
    told = run("pdfinfo", "-l", "9999", pdf)
    return [(float(w), float(h)) for w, h in re.findall(r"^Page +\d+ size: +([\d.]+) x ([\d.]+)", told, re.M)]


def margins(ppm):
    """Millimetres from each edge to the first ink of a grey picture; None where there is none."""
    data = ppm.read_bytes()
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
    wide, high = int(head[1]), int(head[2])
    rows = [data[head.end() + y * wide:head.end() + (y + 1) * wide] for y in range(high)]
    inked = [y for y, row in enumerate(rows) if min(row) < 160]
    if not inked:
        return None
    left = min(next(x for x, v in enumerate(rows[y]) if v < 160) for y in inked)
    right = min(next(x for x, v in enumerate(reversed(rows[y])) if v < 160) for y in inked)
    return [n * 25.4 / DPI for n in (inked[0], high - 1 - inked[-1], left, right)]


def faults_of(name, pdf, orientations, heading, folder):
    pages = sizes(pdf)
    if not pages:
        yield "no pages"
    for row in run("pdffonts", pdf).splitlines()[2:]:
        if not re.search(r"\syes\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+$", row):
            yield f"typeface not embedded: {row.split()[0]}"
    for number, (wide, high) in enumerate(pages, 1):
        turned = "landscape" if wide > high else "portrait"
        if turned not in orientations or abs(min(wide, high) - A4[0]) > 2 or abs(max(wide, high) - A4[1]) > 2:
            yield f"page {number} is {wide:.0f} x {high:.0f} points"
        text = run("pdftotext", "-f", number, "-l", number, pdf, "-")
        text = re.sub(r"\s", "", text)
        if not all(word in text for word in heading):
            yield f"page {number} does not repeat the heading"
        picture = folder / f"{name}-{number}"
        run("pdftoppm", "-r", DPI, "-gray", "-singlefile", "-f", number, "-l", number, pdf, picture)
        ink = margins(Path(f"{picture}.pgm"))
        Path(f"{picture}.pgm").unlink()
        if ink is None:
            yield f"page {number} is empty"
        elif min(ink) < EDGE_MM:
            yield f"page {number}: ink {min(ink):.1f} mm from the edge"


def main():
    if not sys.argv[1:]:
        sys.exit(__doc__)
    if shutil.which("soffice") is None:
        print("skipped: soffice (LibreOffice) is not installed")
        sys.exit(77)
    binary = sys.argv[1]
    folder = Path(sys.argv[2] if len(sys.argv) > 2 else "build/release/pages")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    read = json.loads(run(binary, "read", EXAMPLE, "--format", "json"))
    heading = [re.sub(r"\s", "", words) for words in read["headings"]]
    faults = 0
    with tempfile.TemporaryDirectory() as scratch:
        scratch = Path(scratch)
        for name, (words, orientations, repeats) in FILES.items():
            made = scratch / name
            run(binary, *words, made)
            pdf = made
            if made.suffix != ".pdf":
                run("soffice", f"-env:UserInstallation=file://{scratch}/profile", "--headless", "--convert-to", "pdf",
                    "--outdir", scratch / made.suffix[1:], made)
                pdf = scratch / made.suffix[1:] / f"{made.stem}.pdf"
            found = list(faults_of(name, pdf, orientations, heading if repeats else [], folder))
            run("pdftoppm", "-r", DPI, "-png", pdf, folder / name)
            for fault in found:
                print(f"{name}: {fault}")
            faults += len(found)
            print(f"{name}: {len(sizes(pdf))} pages, {len(found)} faults")
    print(f"pictures: {folder}")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Share of cells that come back different from a PDF of the example's table made by LibreOffice.

usage: pdf_cells.py BINARY [TEXT]       TEXT: a table as text, by default examples/qinghe-2024-11.txt

Makes a Word file of the table (python3-docx), has LibreOffice print it as PDF, reads the PDF and
compares cell by cell with what is read of the text: with blanks and line breaks left out, and
exactly. The exit status is 1 where 1 % or more differ, 77 where python3-docx, LibreOffice or
poppler are missing.
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

CELLS = ("category", "number", "task", "measures", "plan", "progress", "status", "lead")
WIDTHS = {True: [26, 12, 30, 55, 70, 45, 16, 22], False: [16, 9, 18, 32, 45, 30, 14, 16]}


def skip(why):
    print(why)
    sys.exit(77)


def rows_of(binary, path):
    words = [binary, "read", str(path), "--format", "json", "--lang", "en"]
    told = json.loads(subprocess.run(words, capture_output=True, text=True, check=True).stdout)
    return told["tasks"]


def cell(task, name):
    return task["raw"].get(name) or ""


def printed(raw):
    parts = re.split(r"</?p>|<br ?/?>|\n", raw)
    return "\n".join(part.strip() for part in parts if part.strip())


def table_of(path):
    title, rows = None, []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = [printed(c) for c in line.split("\t")]
        if len(cells) < 2:
            title = title or line.strip()
        elif not "".join(cells).strip("-"):
            continue
        elif not rows or cells[0] != rows[0][0]:
            rows.append(cells)
    return title, rows


def make_docx(path, title, rows, landscape):
    import docx
    from docx.enum.section import WD_ORIENT
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    document = docx.Document()
    page = document.sections[0]
    page.page_width, page.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    page.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(page, side, Mm(12))
    document.add_heading(title, 1)
    table = document.add_table(len(rows), len(rows[0]))
    table.style = "Table Grid"
    table.autofit = False
    merged_from = 0
    for r, row in enumerate(rows):
        same = r > 1 and row[0] == rows[r - 1][0]
        if not same:
            merged_from = r
        for c, width in enumerate(WIDTHS[landscape]):
            place = table.cell(r, c)
            place.width = Mm(width)
            text = row[c] if c < len(row) else ""
            if c == 0 and same:
                continue
            for k, part in enumerate(text.split("\n")):
                paragraph = place.paragraphs[0] if k == 0 else place.add_paragraph()
                paragraph.paragraph_format.space_after = Pt(0)
                paragraph.add_run(part).font.size = Pt(9)
        if same and (r + 1 == len(rows) or rows[r + 1][0] != row[0]):
            whole = table.cell(merged_from, 0).merge(table.cell(r, 0))
            for paragraph in whole.paragraphs[1:]:
                paragraph._p.getparent().remove(paragraph._p)
    repeat = OxmlElement("w:tblHeader")
    repeat.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    document.save(path)


def main():
    binary = str(Path(sys.argv[1]).resolve())
    text = Path(sys.argv[2] if len(sys.argv) > 2 else "examples/qinghe-2024-11.txt")
    try:
        import docx  # noqa: F401
    except ImportError:
        skip("python3-docx is not installed")
    for program in ("soffice", "pdftotext", "pdftocairo"):
        if shutil.which(program) is None:
            skip(f"{program} is not installed")
    failed = False
    source = rows_of(binary, text)
    title, rows = table_of(text)
    with tempfile.TemporaryDirectory() as folder:
        for landscape in (True, False):
            name = Path(folder) / f"{'landscape' if landscape else 'portrait'}.docx"
            make_docx(name, title, rows, landscape)
            subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                            "pdf", "--outdir", folder, name], capture_output=True, check=True, timeout=300)
            read = rows_of(binary, name.with_suffix(".pdf"))
            total = different = exactly = 0
            for i, task in enumerate(source):
                for column in CELLS:
                    total += 1
                    want = printed(cell(task, column))
                    got = cell(read[i], column) if i < len(read) else ""
                    exactly += want != got
                    if re.sub(r"\s", "", want) != re.sub(r"\s", "", got):
                        different += 1
                        print(f"  row {i + 1} {column}: {want!r} came back as {got!r}")
            share = 100 * different / total
            failed = failed or share >= 1 or len(read) != len(source)
            print(f"{name.stem}: {len(read)} of {len(source)} rows, {total} cells, {different} differ ({share:.2f} %), "
                  f"{exactly} with blanks and line breaks")
    sys.exit(1 if failed else 0)


main()

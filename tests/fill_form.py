#!/usr/bin/env python3
"""Fills cells of the first sheet of a form, as a spreadsheet program saves them.

usage: fill_form.py FORM.xlsx FILLED.xlsx CELL=VALUE...        numbers become numbers, all else text
"""
import re
import sys
import zipfile
from xml.sax.saxutils import escape

SHEET = "xl/worksheets/sheet1.xml"

source, target, *values = sys.argv[1:]
with zipfile.ZipFile(source) as form, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as filled:
    for name in form.namelist():
        data = form.read(name)
        if name == SHEET:
            sheet = data.decode()
            for cell, value in (word.split("=", 1) for word in values):
                inside = f"><v>{value}</v></c>"
                if not re.fullmatch(r"[0-9.]+", value):
                    inside = f' t="inlineStr"><is><t>{escape(value)}</t></is></c>'
                sheet, found = re.subn(rf'(<c r="{cell}"(?: s="\d+")?)/>', lambda m: m.group(1) + inside, sheet)
                if found != 1:
                    sys.exit(f"fill_form.py: {cell} is no empty cell")
            data = sheet.encode()
        filled.writestr(name, data)

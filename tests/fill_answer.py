#!/usr/bin/env python3
"""Writes an answer into the first row of an Excel sheet that `check --by unit` made.

usage: fill_answer.py FILE TEXT
"""
import re
import sys
import zipfile

path, text = sys.argv[1:]
with zipfile.ZipFile(path) as archive:
    parts = {name: archive.read(name) for name in archive.namelist()}
sheet = parts["xl/worksheets/sheet1.xml"].decode()
cell = f'<c r="L2" t="inlineStr"><is><t>{text}</t></is></c>'
sheet, found = re.subn(r'<c r="L2"[^>]*?(/>|>.*?</c>)', cell, sheet, count=1)
if not found:
    sheet = re.sub(r'(<row r="2".*?)(</row>)', lambda m: m[1] + cell + m[2], sheet, count=1)
parts["xl/worksheets/sheet1.xml"] = sheet.encode()
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
    for name, data in parts.items():
        archive.writestr(name, data)

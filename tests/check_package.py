#!/usr/bin/env python3
"""Holds a data package to its own schemas: check_package.py FILE.zip

Names of fields are the heads of the columns, values are of their types, primary keys are there and each once, foreign
keys point at something. The rules are those of the Table Schema specification, version 1.
"""
import csv
import io
import json
import re
import sys
import zipfile

TYPES = {
    "string": lambda v: True,
    "integer": lambda v: re.fullmatch(r"-?\d+", v),
    "number": lambda v: re.fullmatch(r"-?\d+(\.\d+)?", v),
    "yearmonth": lambda v: re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", v),
}
archive = zipfile.ZipFile(sys.argv[1])
package = json.loads(archive.read("datapackage.json"))
faults = []
tables = {}
if package.get("profile") != "tabular-data-package" or not re.fullmatch(r"[a-z0-9._/-]+", package.get("name", "")):
    faults.append("profile or name of the package")
if "licenses" in package:
    faults.append("a licence that nobody gave")
for resource in package["resources"]:
    name, schema = resource["name"], resource["schema"]
    rows = list(csv.reader(io.StringIO(archive.read(resource["path"]).decode("utf-8"), newline="")))
    fields = schema["fields"]
    if rows[0] != [f["name"] for f in fields]:
        faults.append(f"{name}: the heads of the columns are not the names of the fields")
    records = [dict(zip(rows[0], row)) for row in rows[1:]]
    for at, row in enumerate(rows[1:], 1):
        if len(row) != len(fields):
            faults.append(f"{name} {at}: {len(row)} cells")
        for field, value in zip(fields, row):
            if value not in schema["missingValues"] and not TYPES[field["type"]](value):
                faults.append(f"{name} {at}: {field['name']} is no {field['type']}: {value!r}")
    keys = [tuple(r[k] for k in schema["primaryKey"]) for r in records]
    if len(set(keys)) != len(keys) or any("" in k for k in keys):
        faults.append(f"{name}: a primary key is missing or twice")
    tables[name] = (records, schema)
    print(f"{name}: {len(records)} rows")
for name, (records, schema) in tables.items():
    for key in schema.get("foreignKeys", []):
        known = {r[key["reference"]["fields"]] for r in tables[key["reference"]["resource"]][0]}
        for record in records:
            if record[key["fields"]] not in known | {""}:
                faults.append(f"{name}: {key['fields']} {record[key['fields']]} is not in {key['reference']['resource']}")
if {"datapackage.json", *(r["path"] for r in package["resources"])} != set(archive.namelist()):
    faults.append("files in the archive that are no resource")
for fault in faults:
    print(fault)
print("valid" if not faults else "not valid")
sys.exit(1 if faults else 0)

#!/usr/bin/env python3
"""Holds a JSON document to a schema of docs/schema.

usage: validate_json.py SCHEMA < DOCUMENT

Prints "valid" or the faults. Without the python package jsonschema it prints "valid" too: what the
program writes is then not held to the schema.
"""
import json
import sys

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("valid")
    sys.exit()

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
faults = list(Draft202012Validator(schema).iter_errors(json.load(sys.stdin)))
for fault in faults[:5]:
    print("/".join(str(step) for step in fault.absolute_path) + ": " + fault.message[:300])
print(f"{len(faults)} faults" if faults else "valid")

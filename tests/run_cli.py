#!/usr/bin/env python3
"""Runs the command line tests in tests/cli/*.test.

usage: run_cli.py [--binary PATH] [--update] FILE...

A test file holds commands, each with what it prints:

    # a comment; blank lines between commands do not count
    % env LANG=zh_CN.UTF-8          an environment variable for all commands that follow
    $ duban check examples/x.txt    a command line for bash
    first line of standard output   the lines that must appear on standard output ...
    ...                             any number of lines
    row [..] of 20                  any characters inside a line
    2> a line of standard error     ... and on standard error; none expected means none allowed
    ? 1                             the exit status; 0 where it is not written
    \# not a comment                a backslash first: the rest of the line is expected output

Commands run one by one in the project's root, with `duban` on PATH, nothing on standard input, and
TMP and HOME set to an empty folder that all commands of one file share. The locale is C.UTF-8
(LC_ALL) until the file says otherwise; `% env LC_ALL=` takes it away.

--update writes what was printed into the file where it did not match; matching blocks stay as they
are, with their wildcards. Read the diff before you commit it.
"""
import argparse
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import console

SPECIAL = ("#", "$", "%", "?", "2>", "\\")


@dataclass
class Command:
    line: int  # where it stands in the file
    text: str
    out: list = field(default_factory=list)
    err: list = field(default_factory=list)
    status: int = 0

    def written(self):
        out = ["\\" + line if line.startswith(SPECIAL) else line for line in self.out]
        err = [("2> " + line).rstrip() for line in self.err]
        status = [f"? {self.status}"] if self.status else []
        return ["$ " + self.text] + out + err + status


def parse(text):
    """The file as a list of Commands and, as they stand, all lines that are no part of one."""
    parts = []
    command = None
    blanks = []  # blank lines count only if more output follows
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("$ "):
            command = Command(number, line[2:])
            parts += blanks + [command]
            blanks = []
        elif line.startswith(("#", "% ")):
            parts += blanks + [line]
            blanks = []
        elif not line.strip():
            blanks.append(line)
        elif command is None:
            raise ValueError(f"line {number}: output before the first command")
        elif line.startswith("2>"):
            command.err.append(line[3:])
        elif line.startswith("? "):
            command.status = int(line[2:])
        else:
            command.out += blanks + [line[1:] if line.startswith("\\") else line]
            blanks = []
    return parts


def trimmed(lines):
    while lines and not lines[-1].strip():
        lines = lines[:-1]
    return lines


def check(command, env):
    """Runs it; returns (faults as text, the Command as it really went)."""
    out, err, status = console.run(command.text, env)
    faults = []
    if not console.matches(command.out, out):
        faults.append("standard output:\n" + console.difference(command.out, out))
    if not console.matches(command.err, err):
        faults.append("standard error:\n" + console.difference(command.err, err))
    if command.status != status:
        faults.append(f"exit status {status}, expected {command.status}")
    real = Command(command.line, command.text,
                   command.out if console.matches(command.out, out) else trimmed(out),
                   command.err if console.matches(command.err, err) else trimmed(err), status)
    return faults, real


def run_file(path, binary, update):
    """Prints the faults of one file; returns how many commands failed."""
    failed = ran = 0
    written = []
    with tempfile.TemporaryDirectory() as scratch:
        env = console.environment(binary, scratch)
        for part in parse(path.read_text(encoding="utf-8")):
            if isinstance(part, str):
                written.append(part)
                if part.startswith("% env "):
                    name, _, value = part[len("% env "):].partition("=")
                    env[name.strip()] = value.strip()
                elif part.startswith("%"):
                    raise ValueError(f"unknown: {part}")
                continue
            faults, real = check(part, env)
            ran += 1
            written += real.written()
            if faults:
                failed += 1
                print(f"{path}:{part.line}: $ {part.text}")
                print("\n".join(faults) + "\n")
    if update and failed:
        path.write_text("\n".join(written) + "\n", encoding="utf-8")
        print(f"{path}: {failed} of {ran} commands written anew")
        return 0
    print(f"{path}: {ran - failed} of {ran} commands as expected")
    return failed


def main():
    options = argparse.ArgumentParser(description=__doc__,
                                      formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--binary", default=console.ROOT / "build/release/duban", type=Path)
    options.add_argument("--update", action="store_true")
    options.add_argument("files", nargs="+", type=Path, metavar="FILE")
    chosen = options.parse_args()
    if not chosen.binary.exists():
        sys.exit(f"{chosen.binary} is not built; run ./quickstart --build-only first")
    failed = 0
    for path in chosen.files:
        try:
            failed += run_file(path, chosen.binary, chosen.update)
        except ValueError as fault:
            sys.exit(f"{path}: {fault}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

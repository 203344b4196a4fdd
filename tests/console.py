"""Runs a command line and compares what it printed with what was expected.

Shared by tests/run_cli.py and tools/check_docs. In expected output,
    ...     alone on a line stands for any number of lines, also none
    [..]    inside a line stands for any characters, also none
Blank lines at the end count on neither side.
"""
import difflib
import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SKIPPED = 77  # the exit status by which a test tells ctest that it was skipped
TIMEOUT = 120  # seconds a single command may take
PASSED_ON = ("ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "TZ")


def environment(binary, scratch):
    """A small environment of known content, in which `duban` is the given binary.

    scratch: an empty folder, which becomes HOME and TMP.
    """
    env = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    env["PATH"] = f"{Path(binary).resolve().parent}:{os.environ.get('PATH', os.defpath)}"
    env["HOME"] = env["TMP"] = str(scratch)
    env["LC_ALL"] = env["LANG"] = "C.UTF-8"
    return env


def run(command, env, merged=False):
    """(stdout lines, stderr lines, exit status) of a shell command run in the project's root.

    merged: stderr comes with stdout, in the order in which a person would see it.
    """
    try:
        done = subprocess.run(["bash", "-c", command], cwd=ROOT, env=env, timeout=TIMEOUT,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT if merged else subprocess.PIPE)
    except subprocess.TimeoutExpired:
        return [], [f"(stopped after {TIMEOUT} seconds)"], 124
    return _lines(done.stdout), _lines(done.stderr or b""), done.returncode


def _lines(output):
    return output.decode("utf-8", "backslashreplace").replace("\r\n", "\n").split("\n")


def _without_blank_end(lines):
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return lines[:end]


def _line_matches(expected, actual):
    pattern = ".*".join(re.escape(part) for part in expected.split("[..]"))
    return re.fullmatch(pattern, actual) is not None


def matches(expected, actual):
    """Whether the lines printed are those expected, wildcards considered."""
    expected, actual = _without_blank_end(expected), _without_blank_end(actual)
    reached = {0}  # how many lines of actual the lines of expected so far can account for
    for line in expected:
        if line.strip() == "...":
            reached = set(range(min(reached), len(actual) + 1)) if reached else set()
        else:
            reached = {at + 1 for at in reached
                       if at < len(actual) and _line_matches(line, actual[at])}
    return len(actual) in reached


def difference(expected, actual):
    """What a person compares when they do not match."""
    return "\n".join(difflib.unified_diff(_without_blank_end(expected), _without_blank_end(actual),
                                          "expected", "printed", lineterm=""))

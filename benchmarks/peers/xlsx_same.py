"""Holds the rows of two workbooks against each other: the one is ours (its last sheet, without the total), the other the peer's."""
import datetime
import math
import sys

import openpyxl


def rows(path, skip_last):
    sheet = openpyxl.load_workbook(path, read_only=True).worksheets[-1]
    found = list(sheet.iter_rows(min_row=2, values_only=True))
    return found[:-1] if skip_last else found


def number(value):
    return (value - datetime.datetime(1899, 12, 30)).days if isinstance(value, datetime.datetime) else value


ours, peers = rows(sys.argv[1], True), rows(sys.argv[2], False)
if len(ours) != len(peers):
    raise SystemExit(f"{len(ours)} rows in ours, {len(peers)} in the peer's")
for index, (one, other) in enumerate(zip(ours, peers), start=2):
    for a, b in zip(map(number, one), map(number, other)):
        if a != b and not (isinstance(a, (int, float)) and math.isclose(a, b, rel_tol=1e-12, abs_tol=1e-9)):
            raise SystemExit(f"row {index}: {a!r} in ours, {b!r} in the peer's")
print(f"{len(ours)} rows are the same")

"""XlsxWriter in constant-memory mode: the rows of XlsxRows.cs, written cell by cell with formats by column."""
import sys
import time

import xlsxwriter

rows, path = int(sys.argv[1]), sys.argv[2]
SEGMENTS = [f"segment {i}" for i in range(9)]
HEADERS = ["Rank", "Buyer", "Segment", "Total", "Over", "Orders", "Days since", "R", "F", "M", "Interval", "Last"]
made = [
    (
        i + 1, f"b{i * 7919 % 1000003:07d}", SEGMENTS[i % 9], i * 7919 % 10000000 / 100, i * 7919 % 10000000 / 100 - 1000,
        i % 37 + 1, i % 365, i % 5 + 1, i // 5 % 5 + 1, i // 25 % 5 + 1, i % 1000 / 7, 45000 + i % 365,
    )
    for i in range(rows)
]
start = time.perf_counter()
book = xlsxwriter.Workbook(path, {"constant_memory": True})
sheet = book.add_worksheet("Buyers")
number, money = book.add_format({"num_format": "#,##0"}), book.add_format({"num_format": "#,##0.00"})
text, day, real = book.add_format({"num_format": "@"}), book.add_format({"num_format": "dd.mm.yyyy"}), book.add_format({"num_format": "#,##0.0"})
formats = [number, text, text, money, money, number, number, number, number, number, real, day]
for column, header in enumerate(HEADERS):
    sheet.write_string(0, column, header)
write_number, write_string = sheet.write_number, sheet.write_string
for index, row in enumerate(made, start=1):
    for column, value in enumerate(row):
        if column in (1, 2):
            write_string(index, column, value, formats[column])
        else:
            write_number(index, column, value, formats[column])
book.close()
print(f"xlsx_ms\t{(time.perf_counter() - start) * 1000:.0f}")
print(f"version\t{xlsxwriter.__version__}")

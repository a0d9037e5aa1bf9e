"""Fetches every report of the demo sellers and holds each workbook against the portal's own JSON:
openpyxl and pandas read it, LibreOffice recalculates it and prints it. Called by benchmarks/check-workbooks.sh."""
import datetime
import http.cookiejar
import json
import math
import pathlib
import re
import subprocess
import sys
import urllib.parse
import urllib.request
import warnings

import openpyxl
import pandas

# Data bars have an extension that openpyxl drops when it reads; the file itself keeps it.
warnings.filterwarnings("ignore", module="openpyxl")

base, folder = sys.argv[1], pathlib.Path(sys.argv[2])
SELLERS = {"online-retail": "analyst@demo.example", "cdnow": "cdnow@demo.example"}
PASSWORD = "loyalty-demo-2026"
QUERIES = {
    ("cdnow", "qualifying"): "threshold=100&discount=10",
    ("cdnow", "program-economics"): "threshold=100&discount=10",
    ("cdnow", "segments"): "threshold=100",
    ("cdnow", "rule-change"): "thresholdBefore=100&threshold=200",
    ("online-retail", "qualifying"): "threshold=1000&discount=10",
    ("online-retail", "program-economics"): "threshold=1000&discount=10",
}
REPORTS = ["segments", "program-economics", "qualifying", "rule-change", "retention", "ltv", "ledger"]
checks = 0


def sign_in(person):
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))
    page = opener.open(f"{base}/account/sign-in").read().decode()
    form = re.search(r"<form\b(?:(?!</form>).)*type=\"password\".*?</form>", page, re.S).group(0)
    fields = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name = re.search(r'name="([^"]+)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        kind = re.search(r'type="([^"]+)"', tag)
        if not name:
            continue
        kind = kind.group(1) if kind else "text"
        fields[name.group(1)] = person if kind == "email" else PASSWORD if kind == "password" else (value.group(1) if value else "")
    action = re.search(r'<form[^>]*action="([^"]*)"', form)
    opener.open(base + (action.group(1) if action and action.group(1) else "/account/sign-in"), urllib.parse.urlencode(fields).encode())
    return opener


def same(expected, actual, where, tolerance=0.0):
    global checks
    checks += 1
    if isinstance(expected, (int, float)) and isinstance(actual, (int, float)):
        if math.isclose(expected, actual, rel_tol=tolerance, abs_tol=tolerance):
            return
    elif expected == actual or (expected in (None, "") and actual in (None, "", "–")):
        return
    raise SystemExit(f"{where}: {expected!r} expected, {actual!r} found")


def value_of(raw, kind):
    if raw is None:
        return None
    if kind == "money" and not isinstance(raw, str):
        return raw / 10000
    if kind == "date":
        return datetime.datetime.fromisoformat(raw)
    # XML has one kind of line end; a carriage return is escaped in the file and comes back as it was.
    return raw


def unescaped(text):
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda m: chr(int(m.group(1), 16)), text) if isinstance(text, str) else text


def hold(workbook, report, where, tolerance=0.0):
    for table in report["tables"]:
        sheet = workbook[next(name for name in workbook.sheetnames if name == table["title"][:31])]
        columns = table["columns"]
        rows = sheet.iter_rows(values_only=True)
        same([c["title"] for c in columns], [str(v) for v in next(rows)][: len(columns)], f"{where} {table['name']} header")
        for number, row in enumerate(table["rows"], start=2):
            cells = next(rows)
            for index, column in enumerate(columns):
                same(
                    value_of(row[column["key"]], column["type"]),
                    unescaped(cells[index]),
                    f"{where} {table['name']} row {number} {column['key']}",
                    tolerance,
                )
        total = next(rows) if table["rows"] else list(rows)[-1]
        for index, column in enumerate(columns):
            if column["key"] in table["totals"]:
                same(
                    value_of(table["totals"][column["key"]], column["type"]),
                    total[index],
                    f"{where} {table['name']} total {column['key']}",
                    max(tolerance, 1e-12),
                )
    for name, figures in report["figures"].items():
        for figure in figures:
            same(
                value_of(figure["value"], figure["type"]),
                named(workbook, f"{name}_{figure['key']}").value,
                f"{where} {name} {figure['key']}",
                tolerance,
            )


def named(workbook, name):
    sheet, cell = next(iter((workbook.defined_names[name] if hasattr(workbook.defined_names, "keys") else workbook.defined_names.get(name)).destinations))
    return workbook[sheet][cell.replace("$", "").split(":")[0]]


def convert(path, kind, target):
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind, "--outdir", str(target), str(path)],
        check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=280,
    )


def recalculated(path, report, where):
    """LibreOffice calculates every formula anew (its setting for files that it did not write) and saves."""
    out = folder / "recalculated"
    out.mkdir(exist_ok=True)
    convert(path, "xlsx:Calc MS Excel 2007 XML", out)
    hold(openpyxl.load_workbook(out / path.name, data_only=True), report, where + " recalculated", tolerance=1e-9)


def with_other_commission(path, report, where):
    """Change one cell as a person would; what follows must be the formula done by hand."""
    workbook = openpyxl.load_workbook(path)
    named(workbook, "Calc_Commission").value = 0.31
    changed = folder / "changed"
    changed.mkdir(exist_ok=True)
    workbook.save(changed / path.name)
    out = folder / "changed-recalculated"
    out.mkdir(exist_ok=True)
    convert(changed / path.name, "xlsx:Calc MS Excel 2007 XML", out)
    after = openpyxl.load_workbook(out / path.name, data_only=True)
    figures = {f["key"]: f["value"] for f in report["figures"]["Calc"]}
    k, c, v, d = 0.31, figures["OptionCommission"], figures["UnitCost"], figures["Discount"]
    rate = d * (1 - k - c) + c
    margin_before, margin_after = 1 - k - v, (1 - d) * (1 - k - c) - v
    subsidy = max(0, figures["AnywaySpend"] / 10000) * rate
    for key, value in {
        "SubsidyRate": rate,
        "MarginBefore": margin_before,
        "MarginAfter": margin_after,
        "YearlySubsidy": subsidy,
        "BreakEvenUplift": margin_before / margin_after - 1,
    }.items():
        same(value, named(after, "Calc_" + key).value, f"{where} with another commission {key}", 1e-7)
    grid = next(t for t in report["tables"] if t["name"] == "CostGrid")
    sheet = after[grid["title"]]
    for number, row in enumerate(grid["rows"], start=2):
        for index, column in enumerate(grid["columns"][2:], start=3):
            share = int(column["key"][1:]) / 10000
            same(
                max(0, row["Anyway"] / 10000) * (share * (1 - k - c) + c),
                sheet.cell(number, index).value,
                f"{where} with another commission {column['key']}",
                1e-6,
            )


for seller, person in SELLERS.items():
    opener = sign_in(person)
    for name in REPORTS:
        for language in ("ru", "en"):
            asked = QUERIES.get((seller, name))
            if name == "ledger":  # some days of it: a year on paper takes LibreOffice the better part of an hour
                asked = f"from={as_of - datetime.timedelta(days=4)}&to={as_of}"
            query = "&".join(p for p in (asked, f"culture={language}&ui-culture={language}") if p)
            where = f"{seller} {name} {language}"
            path = folder / f"{seller}-{name}-{language}.xlsx"
            address = f"{base}/sellers/{seller}/reports/{name}"
            path.write_bytes(opener.open(f"{address}.xlsx?{query}").read())
            report = json.load(opener.open(f"{address}.json?{query}"))
            if "asOf" in report["inputs"]:
                as_of = datetime.date.fromisoformat(report["inputs"]["asOf"])
            workbook = openpyxl.load_workbook(path, data_only=True)
            hold(workbook, report, where)
            # pandas, as an analyst would: a table by its sheet, the total's row left out, ids as text.
            for table in report["tables"]:
                frame = pandas.read_excel(path, sheet_name=table["title"], dtype={c["title"]: str for c in table["columns"] if c["type"] == "text"})
                frame = frame.iloc[: len(table["rows"])]
                same(len(table["rows"]), len(frame), f"{where} {table['name']} rows in pandas")
                for column in table["columns"]:
                    if column["type"] in ("number", "money", "percent") and table["rows"]:
                        expected = [value_of(row[column["key"]], column["type"]) for row in table["rows"]]
                        found = pandas.to_numeric(frame[column["title"]] if column["title"] in frame else frame[int(column["title"])])
                        for e, f in zip(expected, found):
                            same(e, None if pandas.isna(f) else float(f), f"{where} {table['name']} {column['key']} in pandas")
            recalculated(path, report, where)
            if name == "program-economics":
                with_other_commission(path, report, where)
            if seller == "online-retail":
                convert(path, "pdf", folder)
                subprocess.run(["pdftoppm", "-r", "60", "-png", "-l", "12", str(path.with_suffix(".pdf")), str(path.with_suffix(""))], check=True)
            print(f"{where}: {sum(len(t['rows']) for t in report['tables'])} rows, {len(workbook.sheetnames)} sheets, {path.stat().st_size / 1e6:.1f} MB: as the portal says", flush=True)
print(f"{checks} values compared")

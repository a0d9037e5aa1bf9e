"""Score and survivors of a mutation report of dotnet-stryker: mutants.py REPORT.json"""

import json
import sys
from collections import Counter

report = json.load(open(sys.argv[1], encoding="utf-8"))
total = Counter()
survivors = []
for name, file in sorted(report["files"].items()):
    here = Counter()
    lines = file["source"].splitlines()
    for mutant in file["mutants"]:
        here[mutant["status"]] += 1
        if mutant["status"] in ("Survived", "NoCoverage"):
            line = mutant["location"]["start"]["line"]
            survivors.append(
                (name.split("Features/")[-1], line, mutant["status"], lines[line - 1].strip(), mutant["replacement"])
            )
    total += here
    tested = sum(here[s] for s in ("Killed", "Timeout", "Survived", "NoCoverage"))
    if tested:
        print(f"{name.split('Features/')[-1]}: {here['Killed'] + here['Timeout']} of {tested}")
dead = total["Killed"] + total["Timeout"]
tested = dead + total["Survived"] + total["NoCoverage"]
print(f"all: {dead} of {tested} found ({100 * dead / max(1, tested):.1f} %), {total['Timeout']} of them by time")
for name, line, status, source, replacement in survivors:
    print(f"{status} {name}:{line}\n    {source}\n    -> {' '.join(replacement.split())[:160]}")

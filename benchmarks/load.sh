#!/usr/bin/env bash
# The portal under people: simulated sellers in real circuits (the SignalR protocol of Blazor, no browser) who drag
# the constructor's threshold, while files are imported and machines ask. A portal of its own on generated data, on
# this machine's loopback; stops by itself. What it does and finds: docs/operations.md, "Sizing".
#   benchmarks/load.sh [PART…]     held restart memory soak results; without a part: the first four, then results
#   benchmarks/load.sh short       all four as small as they mean something (about two minutes), writes no results
# LOAD_STEP (10) circuits more each time, LOAD_MOST (120) at most, LOAD_SECONDS (20) of each; MEMORY_CIRCUITS (50);
# SOAK_SECONDS (3600), SOAK_CIRCUITS (10); RESTART_CIRCUITS (10). Prints "name, value" by tabs, keeps them in
# benchmarks/data, and "results" writes RESULTS-load.md from what is kept. Fails where something does not hold:
# a step without an answer, growth of the memory, a constructor that comes back elsewhere.
set -euo pipefail
cd "$(dirname "$0")/.."
data=benchmarks/data
bench=SellerLoyaltyPortal.Benchmarks/bin/Release/net10.0/SellerLoyaltyPortal.Benchmarks.dll
parts=("$@")
[ ${#parts[@]} -gt 0 ] || parts=(held restart memory soak results)
suffix=
if [ "${parts[0]}" = short ]; then
  parts=(held restart memory soak)
  suffix=-short
  LOAD_STEP=4 LOAD_MOST=8 LOAD_SECONDS=10 RESTART_CIRCUITS=4 MEMORY_CIRCUITS=8 SOAK_SECONDS=60 SOAK_CIRCUITS=4
fi
say() { echo "$*" >&2; }
value() { awk -F'\t' -v name="$2" '$1 == name { print $2; exit }' "$1"; }
taken() { printf 'taken\t%s, load average %s\n' "$(date -u +%Y-%m-%dT%H:%MZ)" "$(cut -d' ' -f1 /proc/loadavg)"; }
run() { # part, arguments
  local out=$data/load-$1$suffix.tsv
  taken > "$out.part"
  dotnet $bench "circuits-$@" | tee -a "$out.part" || { rm "$out.part"; say "$1 failed"; exit 1; }
  mv "$out.part" "$out"
}

mkdir -p $data
[ -f $bench ] || dotnet build -c Release -v q --nologo SellerLoyaltyPortal.Benchmarks >&2
for part in "${parts[@]}"; do
  say "$part"
  case $part in
    held) run held "${LOAD_STEP:-10}" "${LOAD_MOST:-120}" "${LOAD_SECONDS:-20}" ;;
    restart) run restart "${RESTART_CIRCUITS:-10}" ;;
    memory) run memory "${MEMORY_CIRCUITS:-50}" ;;
    soak) run soak "${SOAK_SECONDS:-3600}" "${SOAK_CIRCUITS:-10}" ;;
    results)
      {
        echo "# Load figures"
        echo
        echo "Written by \`benchmarks/load.sh\` from what its parts found; what they mean stands in [operations.md](../docs/operations.md#sizing)."
        echo
        echo "- Machine: $(lscpu | sed -n 's/^Model name: *//p'), $(nproc) threads, $(free -g | awk '/^Mem/ { print $2 }') GiB; the load runs on it too"
        echo "- .NET $(dotnet --version), runtime $(dotnet --list-runtimes | awk '/AspNetCore.App/ { v = $2 } END { print v }'), commit $(git rev-parse --short HEAD)"
        echo
        echo "## Circuits beside imports, lookups and events"
        echo
        echo "Taken $(value $data/load-held.tsv taken)."
        echo
        echo "| circuits | answers a second | p50 ms | p95 ms | p99 ms | without answer | portal, cores | load tool, cores | KB an answer | imports | lookups/s | batches/s |"
        echo "|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"
        awk -F'\t' '
          match($1, /^at_[0-9]+_/) { n = substr($1, 4, RLENGTH - 4); if (!(n in seen)) { seen[n]; order[++c] = n } v[n, substr($1, RLENGTH + 1)] = $2 }
          END { for (i = 1; i <= c; i++) { n = order[i]; printf "| %s | %.0f | %.1f | %.1f | %.1f | %s | %.2f | %.2f | %.1f | %s | %.0f | %.1f |\n", n, v[n, "steps_per_s"], v[n, "p50_ms"], v[n, "p95_ms"], v[n, "p99_ms"], v[n, "unanswered"], v[n, "portal_cores"], v[n, "load_cores"], v[n, "answer_kb"], v[n, "imports"], v[n, "lookups_per_s"], v[n, "event_batches_per_s"] } }
        ' $data/load-held.tsv
        for part in memory restart soak; do
          [ -f $data/load-$part.tsv ] || continue
          echo
          echo "## ${part^}"
          echo
          echo "Taken $(value $data/load-$part.tsv taken)."
          echo
          echo "| | |"
          echo "|---|---:|"
          awk -F'\t' '$1 != "taken" && NF == 2 { printf "| %s | %s |\n", $1, $2 }' $data/load-$part.tsv
        done
      } > benchmarks/RESULTS-load.md ;;
    *) say "unknown part: $part (held restart memory soak results, or short alone)"; exit 2 ;;
  esac
done

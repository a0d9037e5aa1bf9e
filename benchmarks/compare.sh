#!/usr/bin/env bash
# Ours and the peers in one run on the same generated data; see docs/engine.md.
#   benchmarks/compare.sh [NAME…]     curve_vs_duckdb curve_vs_sqlite curve_vs_pandas curve_vs_bandwidth
#                                     load_vs_sqlite3 append_ms bytes_per_line
#                                     slope (1, 10 and 100 million lines; by name only: minutes, 12 GiB)
#                                     naive (LINQ over rows and the plain loops; with all, and by name)
#                                     results (writes RESULTS.md again)
#                                     bgnbd_fit_vs_scipy cohorts_vs_duckdb rfm_ms (these three by name only, together they write
#                                     RESULTS-analytics.md: docs/analytics.md)
#                                     import_vs_sqlite3 (by name only: docs/import.md)
#                                     events_per_s lookup_vs_empty_endpoint (by name only: docs/api.md; ratio ours ÷ peer; the first writes RESULTS-events.md)
#                                     xlsx_vs_closedxml xlsx_vs_xlsxwriter xlsx_peak_mb (by name only: docs/reports.md)
#                                     slider_p95_ms circuit_kb circuits_held (by name only: docs/operations.md; for circuits_held ours ÷ target)
# Prints "name, ours, peer, ratio, unit" by tabs; ratio is peer ÷ ours: larger is better. The engine's figures go into
# RESULTS.tsv and RESULTS.md, in place of those of the same name and size; the others stay as they are, with their dates.
# ENGINE_LINES (10,000,000), LOAD_LINES (the same), SLOPE_LINES ("1000000 10000000 100000000"), IMPORT_LINES (1,000,000) and
# XLSX_ROWS (1,000,000) set the sizes. RESULTS is the folder of the engine's results: this one, or with other sizes than
# those data/trial, which Git ignores.
set -euo pipefail
cd "$(dirname "$0")/.."
LINES=${ENGINE_LINES:-10000000}
[ "$LINES" -ge 1000 ] 2>/dev/null || LINES=10000000
LOAD_LINES=${LOAD_LINES:-$LINES}
SLOPE_LINES=${SLOPE_LINES:-1000000 10000000 100000000}
IMPORT_LINES=${IMPORT_LINES:-1000000}
XLSX_ROWS=${XLSX_ROWS:-1000000}
data=benchmarks/data
folder=$data/$LINES
all=(curve_vs_duckdb curve_vs_sqlite curve_vs_pandas curve_vs_bandwidth append_ms bytes_per_line load_vs_sqlite3 naive)
by_name=(slope results bgnbd_fit_vs_scipy cohorts_vs_duckdb rfm_ms import_vs_sqlite3 xlsx_vs_closedxml xlsx_vs_xlsxwriter
  xlsx_peak_mb events_per_s lookup_vs_empty_endpoint slider_p95_ms circuit_kb circuits_held)
# Those of the engine, in the order of its table.
engine=(curve_vs_duckdb curve_median_vs_duckdb curve_vs_sqlite curve_vs_pandas curve_vs_bandwidth append_ms append_median_ms
  bytes_per_line bytes_per_buyer load_vs_sqlite3 slope naive)
names=("$@")
[ ${#names[@]} -gt 0 ] || names=("${all[@]}")
for name in "${names[@]}"; do
  [[ " ${all[*]} ${by_name[*]} " == *" $name "* ]] || { echo "unknown figure: $name (known: ${all[*]} ${by_name[*]})" >&2; exit 2; }
done
mkdir -p "$data"
[ "$LINES $LOAD_LINES $SLOPE_LINES" = "10000000 10000000 1000000 10000000 100000000" ] || RESULTS=${RESULTS:-$data/trial}
. benchmarks/results.sh
rows=$(mktemp) && trap 'rm -f "$rows"' EXIT

say() { echo "$*" >&2; }
value() { awk -F'\t' -v name="$2" '$1 == name { print $2; exit }' "$1"; }
row() { # name ours peer unit
  local ratio
  ratio=$(awk -v o="$2" -v p="$3" 'BEGIN { if (o + 0 <= 0 || p + 0 <= 0) exit 1; printf "%.2f", p / o }') ||
    { say "$1 was not measured: ours \"$2\", peer \"$3\""; exit 1; }
  printf '%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$ratio" "$4" | tee -a "$rows"
  [[ " ${engine[*]} " != *" $1 "* ]] || keep figure "$1" "${5:-$LINES}" "$2" "$3" "$ratio" "$4"
}
rate() { # name ours peer unit: more is better, ratio ours ÷ peer
  awk -v n="$1" -v o="$2" -v p="$3" -v u="$4" 'BEGIN { printf "%s\t%s\t%s\t%.2f\t%s\n", n, o, p, o / p, u }' | tee -a "$rows"
}
need() { # command-or-module, Debian package
  command -v "$1" >/dev/null || /usr/bin/python3 -c "import $1" 2>/dev/null && return
  say "installing $2"
  { apt-get install -y -q "$2" || { apt-get update -q && apt-get install -y -q "$2"; }; } >&2 </dev/null ||
    { say "cannot install $2"; exit 1; }
}
same() { # file of the peer's answers
  local name
  for name in answer_base answer_at_10000 answer_revenue; do
    [ "$(value "$1" $name)" = "$(value "$data/ours.tsv" $name)" ] ||
      { say "$name differs: $(value "$1" $name) here, $(value "$data/ours.tsv" $name) ours"; exit 1; }
  done
}

bench=SellerLoyaltyPortal.Benchmarks/bin/Release/net10.0/SellerLoyaltyPortal.Benchmarks.dll
say "building"
dotnet build -c Release -v q --nologo SellerLoyaltyPortal.Benchmarks >&2
keep_machine

peer_data() {
  [ -f "$folder/window.txt" ] || { say "generating $LINES lines for the peers"; dotnet $bench engine-data "$LINES" "$folder"; }
}
duckdb_node() {
  need node nodejs; need npm npm
  keep_version node "Node $(node --version)"
  [ -d $data/node_modules/@duckdb/node-api ] ||
    { say "installing @duckdb/node-api"; (cd $data && npm install --silent --no-audit --no-fund --prefix . @duckdb/node-api@1.5.6-r.1 >&2); }
}
# Ours right before each peer, so that both meet the machine in the same mood; once for the peers that take minutes.
ours() { say "ours"; dotnet $bench engine-curve "$LINES" | tee "$data/ours.tsv" >&2; measured=yes; keep_steps inside "$data/ours.tsv" "$LINES"; }
ours_once() { [ -n "${measured:-}" ] || ours; }
keep_best() { # value by which, which file: of three rounds the one with the least
  local round
  for round in 1 2 3; do echo "$(value $data/$2.$round.tsv $1) $round"; done | sort -n | head -n 1 |
    { read -r _ round; cp $data/$2.$round.tsv $data/$2.tsv; }
}
sqlite_rows() {
  need sqlite3 sqlite3
  keep_version sqlite3 "sqlite3 $(sqlite3 --version | cut -d' ' -f1)"
}

for name in "${names[@]}"; do
  case $name in
    curve_vs_duckdb)
      peer_data
      duckdb_node
      # In turns, each with its best: what else runs on the machine's host changes from minute to minute.
      for round in 1 2 3; do
        ours; cp $data/ours.tsv $data/ours.$round.tsv
        say "DuckDB"; node benchmarks/peers/duckdb.mjs "$folder" "$PWD/$data" | tee $data/duckdb.$round.tsv >&2
        same $data/duckdb.$round.tsv
      done
      keep_best curve_ms ours; keep_best ms duckdb
      keep_steps inside $data/ours.tsv "$LINES"
      keep_version DuckDB "$(value $data/duckdb.tsv version)"
      row $name "$(value $data/ours.tsv curve_ms)" "$(value $data/duckdb.tsv ms)" ms
      row curve_median_vs_duckdb "$(value $data/ours.tsv curve_median_ms)" "$(value $data/duckdb.tsv median_ms)" ms ;;
    curve_vs_sqlite)
      peer_data; sqlite_rows
      [ -f "$folder/lines.db" ] || {
        say "loading SQLite"
        rm -f "$folder/lines.db.part"
        sqlite3 "$folder/lines.db.part" "CREATE TABLE lines(buyer INTEGER, day INTEGER, amount INTEGER)" \
          ".mode csv" ".import --skip 1 $folder/lines.csv lines"
        mv "$folder/lines.db.part" "$folder/lines.db"
      }
      ours_once
      read -r first last < "$folder/window.txt"
      totals="SELECT sum(amount) AS total FROM lines WHERE day BETWEEN $first AND $last GROUP BY buyer"
      say "SQLite"
      start=$(date +%s%N)
      sqlite3 "$folder/lines.db" "PRAGMA cache_size = -2000000; PRAGMA temp_store = MEMORY;
        SELECT total / 10000000, count(*), sum(total) FROM ($totals) GROUP BY 1" > /dev/null
      end=$(date +%s%N)
      sqlite3 -separator '	' "$folder/lines.db" "PRAGMA temp_store = MEMORY; SELECT 'answer_base', count(*) FROM ($totals)
        UNION ALL SELECT 'answer_at_10000', count(*) FROM ($totals) WHERE total >= 100000000
        UNION ALL SELECT 'answer_revenue', sum(total) FROM ($totals)" > $data/sqlite.tsv
      same $data/sqlite.tsv
      row $name "$(value $data/ours.tsv curve_ms)" "$(((end - start) / 1000000))" ms ;;
    curve_vs_pandas)
      peer_data; need pandas python3-pandas
      ours_once
      say "pandas"; /usr/bin/python3 benchmarks/peers/pandas_curve.py "$folder" > $data/pandas.tsv
      same $data/pandas.tsv
      keep_version pandas "$(value $data/pandas.tsv version)"
      row $name "$(value $data/ours.tsv curve_ms)" "$(value $data/pandas.tsv ms)" ms ;;
    curve_vs_bandwidth)
      ours_once
      row $name "$(value $data/ours.tsv curve_ms)" "$(value $data/ours.tsv bandwidth_ms)" ms ;;
    load_vs_sqlite3)
      sqlite_rows
      ledger=$data/ledger-$LOAD_LINES
      [ -f "$ledger/complete" ] || {
        say "writing a ledger of $LOAD_LINES lines"; rm -rf "$ledger"
        dotnet $bench engine-ledger "$LOAD_LINES" "$ledger" && touch "$ledger/complete"
      }
      query='SELECT "BuyerKey", "BoughtAt", "ListAmount", "SellerAmount", "PaidAmount", "Quantity", "ReturnedQuantity",
        "ReturnedAt", "OrderId", "WithLoyaltyDiscount" FROM "PurchaseLines" WHERE "SellerId" = 1 AND "SupersededBy" IS NULL'
      best=
      for _ in 1 2; do
        start=$(date +%s%N); sqlite3 "$ledger/portal.db" "$query" > /dev/null; end=$(date +%s%N)
        took=$(((end - start) / 1000000)); [ -n "$best" ] && [ "$best" -le $took ] || best=$took
      done
      dotnet $bench engine-load "$ledger" | tee $data/load.tsv >&2
      mine=$(awk -F'\t' '$1 == "load_s" { if (!best || $2 < best) best = $2 } END { print best * 1000 }' $data/load.tsv)
      row $name "$mine" "$best" ms "$LOAD_LINES" ;;
    append_ms)
      dotnet $bench engine-append "$LINES" | tee $data/append.tsv >&2
      keep_steps inside $data/append.tsv "$LINES"
      # The peer is the budget: 5 ms from 1,000 events to the current day's curve.
      row $name "$(value $data/append.tsv append_ms)" 5 ms
      row append_median_ms "$(value $data/append.tsv append_median_ms)" 5 ms ;;
    bytes_per_line)
      ours_once
      # The peers are the budgets: 16 bytes a line, 32 a buyer with their id.
      row $name "$(value $data/ours.tsv bytes_per_line)" 16 bytes
      row bytes_per_buyer "$(value $data/ours.tsv bytes_per_buyer)" 32 bytes ;;
    slope)
      for size in $SLOPE_LINES; do
        say "$size lines"; dotnet $bench engine-curve "$size" | tee "$data/slope-$size.tsv" >&2
        keep_steps inside "$data/slope-$size.tsv" "$size"
        for step in curve_ms curve_cpu_ms; do keep slope $step "$size" "$(value "$data/slope-$size.tsv" $step)"; done
        printf '%s\t%s\n' "$size" "$(value "$data/slope-$size.tsv" curve_ms)"
      done > $data/slope.tsv
      # Ours is the power of the lines that a curve's time grows with; the peer is a straight line.
      row $name "$(exponent $data/slope.tsv)" 1 power "$SLOPE_LINES" ;;
    naive)
      # LINQ over rows, by the one-threaded parts that the engine replaces.
      say "naive"; dotnet $bench engine-curve "$LINES" with-naive > $data/naive.tsv
      keep inside naive_ms "$LINES" "$(value $data/naive.tsv naive_ms)"
      row $name "$(value $data/naive.tsv curve_ms)" "$(value $data/naive.tsv naive_ms)" ms ;;
    results) ;;
    bgnbd_fit_vs_scipy)
      need scipy python3-scipy
      dotnet $bench analytics-bgnbd $data/cdnow.csv | tee $data/bgnbd.tsv >&2
      say "scipy"; /usr/bin/python3 benchmarks/peers/bgnbd_scipy.py $data/cdnow.csv | tee $data/scipy.tsv >&2
      for method in nelder_mead lbfgs_grouped; do
        awk -v a="$(value $data/bgnbd.tsv log_likelihood)" -v b="$(value $data/scipy.tsv ${method}_log_likelihood)" \
          'BEGIN { d = a - b; exit !(d < 0.05 && d > -0.05) }' ||
          { say "the likelihoods differ ($method)"; exit 1; }
      done
      row $name "$(value $data/bgnbd.tsv fit_ms)" "$(value $data/scipy.tsv nelder_mead_ms)" ms
      row bgnbd_fit_vs_lbfgs "$(value $data/bgnbd.tsv fit_ms)" "$(value $data/scipy.tsv lbfgs_ms)" ms
      row bgnbd_fit_vs_lbfgs_grouped "$(value $data/bgnbd.tsv fit_ms)" "$(value $data/scipy.tsv lbfgs_grouped_ms)" ms ;;
    cohorts_vs_duckdb)
      peer_data
      duckdb_node
      dotnet $bench analytics-cohorts "$LINES" | tee $data/cohorts.tsv >&2
      say "DuckDB"; node benchmarks/peers/duckdb_cohorts.mjs "$folder" "$PWD/$data" | tee $data/duckdb-cohorts.tsv >&2
      for answer in answer_cells answer_weighted; do
        [ "$(value $data/cohorts.tsv $answer)" = "$(value $data/duckdb-cohorts.tsv $answer)" ] ||
          { say "$answer differs"; exit 1; }
      done
      row $name "$(value $data/cohorts.tsv cohorts_Month_ms)" "$(value $data/duckdb-cohorts.tsv ms)" ms ;;
    rfm_ms)
      dotnet $bench analytics-rfm "$((LINES / 10))" | tee $data/rfm.tsv >&2
      # The peer is the budget: 0.3 s for a million buyers.
      row $name "$(value $data/rfm.tsv rfm_ms)" 300 ms ;;
    import_vs_sqlite3)
      sqlite_rows
      file=$data/import-$IMPORT_LINES.csv
      [ -f "$file" ] || { say "generating $IMPORT_LINES rows"; dotnet $bench import-data "$IMPORT_LINES" "$file.part" && mv "$file.part" "$file"; }
      peer=$data/import-peer.db
      for run in 1 2 3; do
        say "import, run $run"
        dotnet $bench import "$file" | tee "$data/import.$run.tsv" >&2
        rm -f "$peer"*
        # The same guarantees: write-ahead log, every commit on the disk, and the key by which a line is known again.
        start=$(date +%s%N)
        sqlite3 "$peer" "PRAGMA journal_mode = WAL" "PRAGMA synchronous = FULL" "CREATE TABLE lines(line_id TEXT, version INTEGER,
          buyer_id TEXT, order_id TEXT, sku TEXT, quantity INTEGER, list_price TEXT, bought_at TEXT)" \
          "CREATE UNIQUE INDEX lines_key ON lines(line_id, version)" ".mode csv" ".import --skip 1 $file lines" > /dev/null
        end=$(date +%s%N)
        echo "peer_ms	$(((end - start) / 1000000))" | tee -a "$data/import.$run.tsv" >&2
      done
      rm -f "$peer"*
      best() { awk -F'\t' -v name="$1" '$1 == name && (!b || $2 < b) { b = $2 } END { print b }' "$data"/import.[123].tsv; }
      row $name "$(best import_ms)" "$(best peer_ms)" ms ;;
    xlsx_vs_closedxml)
      # The whole workbook with its first sheet, table and total against ClosedXML's rows alone.
      dotnet $bench xlsx 100000 $data/ours.xlsx | tee $data/xlsx.tsv >&2
      dotnet $bench xlsx-closedxml 100000 $data/closedxml.xlsx | tee $data/closedxml.tsv >&2
      row $name "$(value $data/xlsx.tsv xlsx_ms)" "$(value $data/closedxml.tsv xlsx_ms)" ms ;;
    xlsx_vs_xlsxwriter)
      need xlsxwriter python3-xlsxwriter
      need openpyxl python3-openpyxl
      dotnet $bench xlsx 1000 $data/ours-small.xlsx > /dev/null
      /usr/bin/python3 benchmarks/peers/xlsx_writer.py 1000 $data/peer-small.xlsx > /dev/null
      /usr/bin/python3 benchmarks/peers/xlsx_same.py $data/ours-small.xlsx $data/peer-small.xlsx >&2
      dotnet $bench xlsx "$XLSX_ROWS" $data/ours.xlsx | tee $data/xlsx-million.tsv >&2
      /usr/bin/python3 benchmarks/peers/xlsx_writer.py "$XLSX_ROWS" $data/peer.xlsx | tee $data/xlsxwriter.tsv >&2
      row $name "$(value $data/xlsx-million.tsv xlsx_ms)" "$(value $data/xlsxwriter.tsv xlsx_ms)" ms ;;
    xlsx_peak_mb)
      dotnet $bench xlsx-peak "$XLSX_ROWS" $data/peak.xlsx | tee $data/xlsx-peak.tsv >&2
      # The peer is the budget: 150 MB beyond the ledger that is in memory anyway.
      row $name "$(value $data/xlsx-peak.tsv growth_mb)" 150 MB ;;
    events_per_s)
      dotnet $bench events "${EVENT_SECONDS:-20}" | tee $data/events.tsv >&2
      # The peer is the target; more is better, so the ratio is ours ÷ peer.
      rate $name "$(value $data/events.tsv events_per_s)" 20000 lines/s
      {
        echo "# Event figures"
        echo
        echo "Written by \`benchmarks/compare.sh events_per_s\`; taken at $began. The load tool is"
        echo "\`dotnet $bench events ${EVENT_SECONDS:-20}\`"
        echo "(built with \`dotnet build -c Release SellerLoyaltyPortal.Benchmarks\`): batches of 1,000 new lines of 200,000 buyers over eight kept-alive connections,"
        echo "first for 2 s to warm up, then for ${EVENT_SECONDS:-20} s at 20,000 lines/s, then as fast as they are answered, all against a portal as in Production on an empty database."
        echo "Each answer is sent after the lines are on the disk (\`synchronous=FULL\`); afterwards the database holds exactly as many lines as were acknowledged. The load shares the"
        echo "processors with the portal. Latency counts from the moment at which a batch was due."
        echo
        echo "- Machine: $(lscpu | sed -n 's/^Model name: *//p'), $(nproc) threads, $(free -g | awk '/^Mem/ { print $2 }') GiB; .NET $(dotnet --version)"
        echo
        echo "| | lines/s | p50, ms | p99, ms | portal's processors in use |"
        echo "|---|---:|---:|---:|---:|"
        awk -F'\t' '{ v[$1] = $2 } END {
          printf "| sustained, target 20,000 | %.0f | %.1f | %.1f | %.2f |\n", v["events_paced_per_s"], v["events_paced_p50_ms"], v["events_paced_p99_ms"], v["events_paced_cpu"]
          printf "| as fast as answered, %.0f s | %.0f | %.1f | %.1f | |\n", v["events_seconds"], v["events_per_s"], v["events_p50_ms"], v["events_p99_ms"]
          printf "\nLines acknowledged and found stored: %d; requests refused: %d; peak memory of the portal: %.0f MB.\n", v["events_lines_acknowledged"], v["events_refused"], v["events_peak_mb"] }' $data/events.tsv
      } > benchmarks/RESULTS-events.md
      say "$(tail -5 benchmarks/RESULTS-events.md)" ;;
    lookup_vs_empty_endpoint)
      dotnet $bench lookups "${LOOKUP_BUYERS:-1000000}" "${LOOKUP_SECONDS:-5}" | tee $data/lookups.tsv >&2
      rate $name "$(value $data/lookups.tsv lookup_per_s)" "$(value $data/lookups.tsv empty_per_s)" requests/s
      say "p99: lookup $(value $data/lookups.tsv lookup_p99_ms) ms, empty $(value $data/lookups.tsv empty_p99_ms) ms"
      {
        echo "# Storefront figures"
        echo
        echo "Written by \`benchmarks/compare.sh lookup_vs_empty_endpoint\`, $began. Discounts of buyers picked at random out of ${LOOKUP_BUYERS:-1000000} (two lines each, a running program), asked one by one with a key over 32 connections, and an empty endpoint of the same process behind the same middleware, in turns of ${LOOKUP_SECONDS:-5} s (four each, after four of warming up). The load runs on the same machine."
        echo
        echo "- Machine: $(lscpu | sed -n 's/^Model name: *//p'), $(nproc) threads, $(free -g | awk '/^Mem/ { print $2 }') GiB"
        echo "- .NET $(dotnet --version)"
        echo
        echo "| | requests/s | p50, ms | p99, ms |"
        echo "|---|---:|---:|---:|"
        awk -F'\t' '{ v[$1] = $2 } END {
          printf "| discount of a buyer | %.0f | %.2f | %.2f |\n", v["lookup_per_s"], v["lookup_p50_ms"], v["lookup_p99_ms"]
          printf "| empty endpoint | %.0f | %.2f | %.2f |\n", v["empty_per_s"], v["empty_p50_ms"], v["empty_p99_ms"]
          printf "\nRatio %.2f (asked for: 0.6). Answers other than 200: %d. The portal\047s memory at its highest: %.0f MB.\n", v["lookup_per_s"] / v["empty_per_s"], v["lookup_others"], v["lookup_peak_mb"]
        }' $data/lookups.tsv
      } > benchmarks/RESULTS-storefront.md ;;
    slider_p95_ms | circuits_held)
      # One load for both; the peers are the targets.
      [ -n "${loaded:-}" ] || { benchmarks/load.sh held >&2; loaded=yes; }
      if [ $name = circuits_held ]; then
        rate $name "$(value $data/load-held.tsv circuits_held)" 50 circuits
      else
        row $name "$(value $data/load-held.tsv at_50_p95_ms)" 100 ms
      fi ;;
    circuit_kb)
      benchmarks/load.sh memory >&2
      # The peer is Microsoft's guidance for a minimal circuit.
      row $name "$(value $data/load-memory.tsv circuit_kb)" 250 KB ;;
  esac
done

if [ -n "$(awk -F'\t' '$1 == "bgnbd_fit_vs_scipy"' "$rows")" ] && [ -n "$(awk -F'\t' '$1 == "cohorts_vs_duckdb"' "$rows")" ] &&
  [ -n "$(awk -F'\t' '$1 == "rfm_ms"' "$rows")" ]; then
  {
    echo "# Analytics figures"
    echo
    echo "Written by \`benchmarks/compare.sh bgnbd_fit_vs_scipy cohorts_vs_duckdb rfm_ms\` on $(date -u +%Y-%m-%d). Best of several runs on both sides; ratio is peer ÷ ours."
    echo
    echo "- Machine: $(lscpu | sed -n 's/^Model name: *//p'), $(nproc) threads, $(free -g | awk '/^Mem/ { print $2 }') GiB; load average $(cut -d' ' -f1-3 /proc/loadavg)"
    echo "- .NET $(dotnet --version), Node $(node --version), $(value $data/scipy.tsv version), $(value $data/duckdb-cohorts.tsv version)"
    echo "- Data: BG/NBD on all $(value $data/bgnbd.tsv buyers) CDNOW buyers; else $LINES generated lines, $((LINES / 10)) buyers, three years, seeded"
    echo
    echo "| figure | ours | peer | ratio | unit |"
    echo "|---|---:|---:|---:|---|"
    awk -F'\t' '{ printf "| %s | %s | %s | %s | %s |\n", $1, $2, $3, $4, $5 }' "$rows"
    echo
    echo "\`bgnbd_fit_vs_scipy\`: the method of the Python package lifetimes (Nelder–Mead); below it L-BFGS-B over buyers and over grouped histories. The peer of \`rfm_ms\` is its budget."
    echo
    echo "## Inside, at $((LINES / 10)) buyers"
    echo
    echo "| step | ms |"
    echo "|---|---:|"
    awk -F'\t' '$1 ~ /_ms$/ { printf "| %s | %s |\n", $1, $2 }' $data/cohorts.tsv $data/rfm.tsv
    [ ! -f $data/pages.tsv ] || {
      echo
      echo "## Pages over HTTP, at a million buyers"
      echo
      echo "By \`benchmarks/pages.sh\`, which says what each row means."
      echo
      echo "| | ms |"
      echo "|---|---:|"
      awk -F'\t' '{ printf "| %s | %s |\n", $1, $2 }' $data/pages.tsv
    }
  } > benchmarks/RESULTS-analytics.md
fi

for name in "${names[@]}"; do
  [[ " ${all[*]} slope results " != *" $name "* ]] || { render; say "written: $results/RESULTS.md"; break; }
done

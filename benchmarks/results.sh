# The engine's figures that stay, for compare.sh to source. RESULTS.tsv has one row a figure, and RESULTS.md is made of it:
# a run of some figures replaces those and leaves the others, each with the date, load and commit of its own run.
#   table (figure, inside, slope, version), name, lines, ours, peer, ratio, unit, taken

results=${RESULTS:-benchmarks}
stored=$results/RESULTS.tsv
mkdir -p "$results" && touch "$stored"
commit=$(git rev-parse --short HEAD 2>/dev/null || echo unknown)
[ -z "$(git status --porcelain -- '*.cs' '*.csproj' '*.props' 2>/dev/null)" ] || commit=$commit+
machine="$(lscpu | sed -n 's/^Model name: *//p'), $(nproc) threads, $(free -g | awk '/^Mem/ { print $2 }') GiB"
# Before anything of ours runs.
began="$(date -u +%Y-%m-%dT%H:%MZ), load $(cut -d' ' -f1 /proc/loadavg), $commit"

stored_value() { awk -F'\t' -v t="$1" -v n="$2" -v l="$3" -v c="${4:-4}" '$1 == t && $2 == n && $3 == l { print $c }' "$stored"; }

keep() { # table name lines ours peer ratio unit: in place of what was there
  awk -F'\t' -v t="$1" -v n="$2" -v l="$3" '!($1 == t && $2 == n && $3 == l)' "$stored" > "$stored.part"
  printf '%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "$3" "$4" "${5:-}" "${6:-}" "${7:-}" "$began" >> "$stored.part"
  LC_ALL=C sort -t'	' -k1,1 -k2,2 -k3,3n "$stored.part" > "$stored" && rm "$stored.part"
}

keep_version() { keep version "$1" 0 "$2"; }

keep_machine() {
  local before
  before=$(stored_value version machine 0)
  # What was taken elsewhere says so.
  [ -z "$before" ] || [ "$before" = "$machine" ] ||
    { awk -F'\t' -v OFS='\t' -v m="$before" '$1 != "version" && $8 !~ / on / { $8 = $8 " on " m } 1' "$stored" > "$stored.part" && mv "$stored.part" "$stored"; }
  keep_version machine "$machine"
  keep_version dotnet ".NET $(dotnet --version)"
}

keep_steps() { # table, a file of "name, value" rows, lines
  local name value
  while IFS=$'\t' read -r name value; do
    case $name in *_ms | *_ns | *_s | *_GBps | *_GiB | bytes_per_*) keep "$1" "$name" "$3" "$value" ;; esac
  done < "$2"
}

exponent() { # rows of lines and time: the power of the lines that time grows with, by least squares of the logarithms
  awk -F'\t' '$2 > 0 { n++; x = log($1); y = log($2); sx += x; sy += y; sxx += x * x; sxy += x * y }
    END { if (n > 1) printf "%.3f", (n * sxy - sx * sy) / (n * sxx - sx * sx); else printf "unknown" }' "$1"
}

slope_of() { awk -F'\t' -v n="$1" '$1 == "slope" && $2 == n { print $3 "\t" $4 }' "$stored" | exponent -; }

render() {
  local sizes size step name
  sizes=$(awk -F'\t' '$1 == "inside" { print $3 }' "$stored" | sort -nu)
  {
    echo "# Engine figures"
    echo
    echo "Made of \`RESULTS.tsv\` by \`benchmarks/compare.sh\`, which replaces what it measures and leaves the rest: the last column says when each was taken, at which load of the machine, and of which commit (\`+\`: with changes). Best of several runs on both sides (the curve: of 6 s each; ours and DuckDB three times in turns, of which each has its best); ratio is peer ÷ ours."
    echo
    echo "- Machine: $(stored_value version machine 0)"
    echo "- $(awk -F'\t' '$1 == "version" && $2 != "machine" { printf "%s%s", s, $4; s = ", " }' "$stored")"
    echo "- Data: generated lines, one buyer per ten of them, three years, seeded"
    echo
    echo "| figure | lines | ours | peer | ratio | unit | taken |"
    echo "|---|---:|---:|---:|---:|---|---|"
    for name in "${engine[@]}"; do
      awk -F'\t' -v n="$name" '$1 == "figure" && $2 == n { printf "| %s | %s | %s | %s | %s | %s | %s |\n", $2, $3, $4, $5, $6, $7, $8 }' "$stored"
    done
    echo
    echo "## Slope"
    echo
    echo "| lines | curve, ms | ns a line | processor time, ms | ns a line | taken |"
    echo "|---:|---:|---:|---:|---:|---|"
    awk -F'\t' '
      function each(ms, size) { return ms == "" ? " | " : sprintf("%s | %.3f", ms, ms * 1e6 / size) }
      $1 == "slope" && $2 == "curve_ms" { order[++sizes] = $3; clock[$3] = $4; taken[$3] = $8 }
      $1 == "slope" && $2 == "curve_cpu_ms" { cpu[$3] = $4 }
      END {
        for (i = 1; i <= sizes; i++) {
          size = order[i]
          printf "| %d | %s | %s | %s |\n", size, each(clock[size], size), each(size in cpu ? cpu[size] : "", size), taken[size]
        }
      }' "$stored"
    echo
    echo "Fitted over these, the time grows with the lines to the power of $(slope_of curve_ms) by the clock and $(slope_of curve_cpu_ms) by processor time; 1 is linear."
    echo
    echo "## Inside"
    echo
    echo "| step |$(printf ' %s lines |' $sizes)"
    echo "|---|$(printf -- '---:|%.0s' $sizes)"
    for step in curve_ms curve_median_ms curve_cpu_ms state_ms totals_ms totals_cpu_ms sort_ms plain_totals_ms comparison_sort_ms naive_ms threshold_ns bandwidth_GBps bandwidth_ms bytes_per_line bytes_per_buyer generate_and_build_s resident_GiB append_ms append_median_ms full_pass_ms; do
      echo "| $step |$(for size in $sizes; do printf ' %s |' "$(stored_value inside $step $size)"; done)"
    done
    echo "| taken |$(for size in $sizes; do printf ' %s |' "$(stored_value inside curve_ms $size 8)"; done)"
    echo
    echo "\`naive_ms\` is LINQ over rows. \`plain_totals_ms\` and \`comparison_sort_ms\` are the one-threaded loop and \`Array.Sort\` that the vectors and the radix sort replace. \`append_ms\` is from 1,000 events to the current day's curve, \`full_pass_ms\` what a full pass takes instead."
  } > "$results/RESULTS.md"
}

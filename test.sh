#!/usr/bin/env bash
# Runs every test of the portal. Usage: ./test.sh [--quick]
#   --quick   without the browser tests
# Builds once, runs the suites one after another, and ends with the line "N passed, N failed" (the sum over
# the runs). The exit code is not 0 when a test failed, a test host died or a suite ran no test.
set -uo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
results=$(pwd)/TestResults/run
passed=0
failed=0

say() { printf '\n== %s\n' "$*"; }

finish() {
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
  exit
}

give_up() {
  printf '\n%s\n' "$@" >&2
  failed=$((failed + 1))
  finish
}

bring_chromium() {
  [ -x /usr/bin/chromium ] && return
  say "Chromium is missing: installing Debian's package for the browser tests"
  local as_root=()
  if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null ||
      give_up "Chromium can't be installed without root. Run: apt-get install chromium (as root), or ./test.sh --quick"
    as_root=(sudo -n)
  fi
  command -v apt-get >/dev/null ||
    give_up "There is no apt-get here: put a Chromium at /usr/bin/chromium, or run ./test.sh --quick"
  "${as_root[@]}" apt-get update -q </dev/null &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
      chromium fonts-liberation </dev/null
  [ -x /usr/bin/chromium ] ||
    give_up "Chromium could not be installed (see above). Install it by hand, or run ./test.sh --quick"
}

# The number that a counter has in a results file.
counter() { grep -o "<Counters [^>]*" "$2" | grep -o " $1=\"[0-9]*\"" | tr -dc 0-9; }

suite() {
  local name=$1 filter=$2
  local trx="$results/$name.trx" before=$SECONDS
  say "$name"
  dotnet test SellerLoyaltyPortal.Tests --no-build -c "$configuration" --filter "$filter" \
    --logger "trx;LogFileName=$trx" --logger "console;verbosity=minimal" </dev/null
  local code=$? ok=0 bad=0 total=0
  if [ -f "$trx" ]; then
    ok=$(counter passed "$trx")
    total=$(counter total "$trx")
    bad=$((total - ok))
  fi
  # A host that died, or a class whose clean-up failed, may leave no failed test behind.
  if [ "$total" = 0 ] || { [ "$code" != 0 ] && [ "$bad" = 0 ]; } ||
    { [ -f "$trx" ] && grep -qE 'Cleanup Failure|<ResultSummary outcome="(Aborted|Error|Timeout)' "$trx"; }; then
    echo "$name did not run to its end (exit code $code, $total tests)"
    bad=$((bad + 1))
  fi
  passed=$((passed + ok))
  failed=$((failed + bad))
  printf '%s: %d passed, %d failed in %d s\n' "$name" "$ok" "$bad" $((SECONDS - before))
}

configuration=${CONFIGURATION:-Debug}
quick=0
[ "${1:-}" = "--quick" ] && quick=1
[ "$quick" = 1 ] || bring_chromium
rm -rf "$results"
mkdir -p "$results"

say "Build ($configuration)"
dotnet build SellerLoyaltyPortal.sln -c "$configuration" -v q </dev/null || give_up "The build failed."

suite guards 'FullyQualifiedName~.Tests.Architecture.'
suite everything-else 'FullyQualifiedName!~.Tests.Architecture.&Category!=Browser'
[ "$quick" = 1 ] || suite browser 'Category=Browser'
# Once more where numbers have a decimal point: what is written for machines must not depend on the reader.
PORTAL_TEST_CULTURE=en-US suite english-culture \
  'FullyQualifiedName~.Tests.Shared|FullyQualifiedName~.Tests.Columnar|FullyQualifiedName~.Tests.Components|FullyQualifiedName~.Tests.Features.Eligibility|FullyQualifiedName~.Tests.Features.Purchases|FullyQualifiedName~.Tests.Features.Programs'
# The engine once more as on a processor without 512-bit vectors.
DOTNET_EnableAVX512=0 suite plain-vectors \
  'FullyQualifiedName~.Tests.Columnar|FullyQualifiedName~.Tests.Features.Eligibility'
finish

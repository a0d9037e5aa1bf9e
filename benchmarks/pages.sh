#!/usr/bin/env bash
# The analytics pages of a seller with a million buyers, end to end: a portal of its own on a generated ledger, asked
# over HTTP by somebody who is signed in.
#   benchmarks/pages.sh [OUT]      figures "name, milliseconds" by tabs, also into OUT
#   benchmarks/pages.sh serve      only serves that seller, until it is stopped: to look at the pages
# LOAD_LINES (10,000,000: ten a buyer) sets the size, PORT (5199) the port. The ledger is that of compare.sh's
# load_vs_sqlite3, in benchmarks/data, or the folder LEDGER. "page": until the page has answered (its numbers, or that they are coming, after
# AnalyticsOptions:FirstAnswerMilliseconds at most); "numbers": until the page's JSON twin has, nothing kept from before;
# "again": the page when the numbers are kept.
set -euo pipefail
cd "$(dirname "$0")/.."
LINES=${LOAD_LINES:-10000000}
PORT=${PORT:-5199}
data=$PWD/benchmarks/data
ledger=${LEDGER:-$data/ledger-$LINES}
out=${1:-$data/pages.tsv}
base=http://127.0.0.1:$PORT
bench=SellerLoyaltyPortal.Benchmarks/bin/Release/net10.0/SellerLoyaltyPortal.Benchmarks.dll
portal=SellerLoyaltyPortal.Benchmarks/bin/Release/net10.0/SellerLoyaltyPortal.dll
person=bench@portal.example
password="a long bench password 1"
jar=$(mktemp)
say() { echo "$*" >&2; }

mkdir -p "$data"
[ -f $bench ] || dotnet build -c Release -v q --nologo SellerLoyaltyPortal.Benchmarks >&2
[ -f "$ledger/complete" ] || {
  say "writing a ledger of $LINES lines"; rm -rf "$ledger"
  dotnet $bench engine-ledger "$LINES" "$ledger" && touch "$ledger/complete"
}
# Asked as by a proxy that ends HTTPS: in Production cookies go over nothing else.
export DataOptions__Folder=$ledger ASPNETCORE_ENVIRONMENT=Production Logging__LogLevel__Default=Warning
export WebOptions__TrustedProxies__0=127.0.0.1
# A person has no such proxy here.
[ "${1:-}" != serve ] || export ASPNETCORE_ENVIRONMENT=Development DemoOptions__Enabled=false
portal_get() { curl -s -H "X-Forwarded-Proto: https" -b "$jar" -c "$jar" "$@"; }
(cd SellerLoyaltyPortal && exec dotnet "../$portal" --urls "$base" >"$data/pages.log" 2>&1) &
server=$!
trap 'kill $server 2>/dev/null; rm -f "$jar"' EXIT
for _ in $(seq 120); do curl -sf "$base/health/live" -o /dev/null && break; sleep 1; done

db=$ledger/portal.db
if [ -z "$(sqlite3 "$db" "SELECT 1 FROM AspNetUsers WHERE Email = '$person'")" ]; then
  printf 'Bench\n%s\n%s\n' "$password" "$password" |
    (cd SellerLoyaltyPortal && dotnet "../$portal" admin create-operator --email $person) >&2
  user=$(sqlite3 "$db" "SELECT Id FROM AspNetUsers WHERE Email = '$person'")
  # The seller's owner, and not an operator, who would have to set up a second factor first.
  sqlite3 "$db" "DELETE FROM AspNetUserRoles WHERE UserId = '$user'"
  sqlite3 "$db" "INSERT INTO SellerMemberships (SellerId, UserId, Role) VALUES (1, '$user', 'Owner')"
  sqlite3 "$db" "UPDATE LedgerHeads SET FirstBoughtAt = (SELECT min(BoughtAt) FROM PurchaseLines),
    LastBoughtAt = (SELECT max(BoughtAt) FROM PurchaseLines) WHERE SellerId = 1"
fi
[ "${1:-}" != serve ] || { say "$base/sellers/bench, $person, \"$password\""; wait $server; exit 0; }
token=$(portal_get "$base/account/sign-in" |
  sed -n 's/.*name="__RequestVerificationToken"[^>]*value="\([^"]*\)".*/\1/p' | head -1)
portal_get -o /dev/null "$base/account/sign-in" --data-urlencode "__RequestVerificationToken=$token" \
  --data-urlencode "_handler=sign-in" --data-urlencode "Input.Email=$person" --data-urlencode "Input.Password=$password"

: > "$out"
ask() { # name, address
  portal_get -o /dev/null -w '%{http_code} %{time_total}\n' "$base/sellers/bench/$2" |
    awk -v n="$1" '$1 != 200 { print n ": status " $1 > "/dev/stderr"; exit 1 } { printf "%s\t%.0f\n", n, $2 * 1000 }' |
    tee -a "$out"
}
ask first_page_while_the_ledger_loads retention
ask ledger_and_numbers "api/analytics/retention?period=Week"
for page in retention ltv buyers; do
  ask "page_$page" "$page?asOf=2025-12-29"
  ask "numbers_$page" "api/analytics/$page?asOf=2025-12-28"
  ask "again_$page" "$page?asOf=2025-12-28"
  ask "numbers_${page}_filtered" "api/analytics/$page?asOf=2025-12-28&program=with&firstFrom=2024-01-01"
done
for sort in Orders DaysSinceLast Interval Total; do
  ask "buyers_first_sort_$sort" "buyers?asOf=2025-12-28&sort=$sort&page=100"
  ask "buyers_page_$sort" "buyers?asOf=2025-12-28&sort=$sort&page=101"
done
ask buyers_at_risk "buyers?asOf=2025-12-28&rhythm=AtRisk&page=50"
ask buyers_at_risk_next "buyers?asOf=2025-12-28&rhythm=AtRisk&page=51"
ask buyers_segment "buyers?asOf=2025-12-28&segment=Loyal&sort=Orders"
ask buyers_band "buyers?asOf=2025-12-28&from=250&below=500&ascending=1"
ask buyers_find "buyers?asOf=2025-12-28&find=b00123"
ask one_buyer "buyers/b0000042?asOf=2025-12-28"
ask constructor_alone "constructor?asOf=2025-12-27"
# Somebody's forecast is calculated; what does that cost somebody else's constructor?
portal_get -o /dev/null -w 'forecast\t%{time_total}\n' "$base/sellers/bench/api/analytics/forecast?asOf=2025-12-28" |
  awk '{ printf "%s\t%.0f\n", $1, $2 * 1000 }' > "$out.forecast" &
forecast=$!
sleep 1
ask constructor_during_a_forecast "constructor?asOf=2025-12-26"
ask retention_during_a_forecast "retention?asOf=2025-12-28"
wait $forecast
cat "$out.forecast" | tee -a "$out"; rm -f "$out.forecast"

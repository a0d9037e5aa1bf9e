#!/usr/bin/env bash
# What a person feels in the browser on the demo seller: first paint, page change, slider to number, layout shift.
#   benchmarks/browser.sh [OUT]    rows "name, ours, target, ratio, unit" by tabs, also into OUT
# What is measured is published into benchmarks/data once: remove browser-portal there after a change. PORT (5198) sets the port, CONFIGURATION (Release) the build. Needs openssl, node 20 or later and /usr/bin/chromium (or CHROMIUM).
set -euo pipefail
cd "$(dirname "$0")/.."
PORT=${PORT:-5198}
data=$PWD/benchmarks/data
out=${1:-$data/browser.tsv}
base=https://127.0.0.1:$PORT
built=SellerLoyaltyPortal/bin/${CONFIGURATION:-Release}/net10.0/SellerLoyaltyPortal.dll
published=$data/browser-portal
export DataOptions__Folder=${DATA:-$data/browser} Logging__LogLevel__Default=Warning
server=
trap '[ -z "$server" ] || kill $server 2>/dev/null' EXIT

begin() { # environment, program
  (cd "$(dirname "$2")" && ASPNETCORE_ENVIRONMENT=$1 exec dotnet "$2" --urls "$base" >"$data/browser.log" 2>&1) &
  server=$!
  for _ in $(seq 240); do curl -ksf "$base/account/sign-in" -o /dev/null && return; sleep 0.5; done
  cat "$data/browser.log" >&2
  exit 1
}

mkdir -p "$data"
[ -f "$data/browser.key" ] ||
  openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=127.0.0.1 -keyout "$data/browser.key" -out "$data/browser.crt" 2>/dev/null
export Kestrel__Certificates__Default__Path=$data/browser.crt Kestrel__Certificates__Default__KeyPath=$data/browser.key
[ -f "$built" ] || dotnet build -c "${CONFIGURATION:-Release}" -v q --nologo SellerLoyaltyPortal >&2
[ -f "$published/SellerLoyaltyPortal.dll" ] ||
  dotnet publish -c "${CONFIGURATION:-Release}" -r linux-x64 --self-contained false -v q --nologo SellerLoyaltyPortal -o "$published" >&2
# Only a portal in Development brings the demo seller; what is measured is a published one, as customers have it: over HTTPS,
# which sign-in asks for, with a certificate for this machine alone.
[ -f "$DataOptions__Folder/seeded" ] || {
  begin Development "$PWD/$built"
  kill $server; wait $server || true
  touch "$DataOptions__Folder/seeded"
}
begin Production "$published/SellerLoyaltyPortal.dll"
node --experimental-websocket benchmarks/browser.mjs "$base" owner@demo.example loyalty-demo-2026 online-retail | tee "$out"

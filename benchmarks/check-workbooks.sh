#!/usr/bin/env bash
# Every workbook of the demo sellers, looked at by programs that are not ours; see docs/reports.md. Outside the test run.
#   benchmarks/check-workbooks.sh [FOLDER]     everything lands there (benchmarks/data/workbooks)
# Starts the portal in Development with a data folder of its own, fetches each report in both languages, validates and
# reads it back with openpyxl and pandas against the portal's JSON, recalculates with LibreOffice, converts to PDF and PNG.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(realpath -m "${1:-benchmarks/data/workbooks}")
port=${PORT:-5190}
base=http://127.0.0.1:$port
mkdir -p "$folder"

need() { # command-or-module, Debian package
  command -v "$1" >/dev/null || /usr/bin/python3 -c "import $1" 2>/dev/null && return
  echo "installing $2" >&2
  apt-get install -y -q --no-install-recommends "$2" >/dev/null || { echo "cannot install $2" >&2; exit 1; }
}
need soffice libreoffice-calc
need openpyxl python3-openpyxl
need pandas python3-pandas
need pdftoppm poppler-utils

dotnet build -v q --nologo SellerLoyaltyPortal >&2
data=$(mktemp -d)
( cd SellerLoyaltyPortal && ASPNETCORE_ENVIRONMENT=Development DataOptions__Folder=$data exec dotnet bin/Debug/net10.0/SellerLoyaltyPortal.dll --urls "$base" ) > "$folder/portal.log" 2>&1 &
portal=$!
trap 'kill $portal 2>/dev/null; wait $portal 2>/dev/null || true; rm -rf "$data"' EXIT
echo "waiting for the portal and its demo data" >&2
for _ in $(seq 300); do
  curl -sf -o /dev/null "$base/account/sign-in" && grep -q "Application started" "$folder/portal.log" && break
  kill -0 $portal || { cat "$folder/portal.log" >&2; exit 1; }
  sleep 1
done
/usr/bin/python3 benchmarks/peers/check_workbooks.py "$base" "$folder"

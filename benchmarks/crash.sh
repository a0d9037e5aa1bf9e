#!/usr/bin/env bash
# Kills the portal (SIGKILL) at random moments while files are imported and events are sent, starts it again on the same data, and checks
# after each kill that every acknowledged line is there once, that nothing of an unfinished import is, and that the
# database is sound. Usage: benchmarks/crash.sh [ROUNDS]     prints one line with what was seen
set -euo pipefail
cd "$(dirname "$0")/.."
export CRASH_ROUNDS=${1:-100}
dotnet build SellerLoyaltyPortal.Tests -v q --nologo >&2
dotnet test SellerLoyaltyPortal.Tests --no-build --nologo -v q --filter 'FullyQualifiedName~.Crash.' >&2
cat SellerLoyaltyPortal.Tests/Output/crash.txt

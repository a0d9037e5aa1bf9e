#!/usr/bin/env bash
# Holds the server block and the unit of docs/operations.md against Debian's own programs: `nginx -t` with a certificate
# made for it, `systemd-analyze verify`. Starts no service. Needs nginx, systemd and openssl (apt-get install nginx-light
# systemd openssl). Usage: benchmarks/check-operations.sh
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
block() { awk -v start="^\`\`\`$1\$" '$0 ~ start {inside=1; next} /^```$/ {inside=0} inside' docs/operations.md; }

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=loyalty.example.org \
  -keyout "$work/key.pem" -out "$work/certificate.pem" 2> /dev/null
block nginx | sed "s|/etc/ssl/loyalty.pem|$work/certificate.pem|; s|/etc/ssl/loyalty.key|$work/key.pem|" > "$work/block.conf"
grep -q proxy_pass "$work/block.conf" || { echo "docs/operations.md has no server block" >&2; exit 1; }
cat > "$work/nginx.conf" <<CONF
pid $work/pid;
error_log stderr;
events {}
http { access_log off; include $work/block.conf; }
CONF
nginx -t -c "$work/nginx.conf"

block ini > "$work/seller-loyalty.service"
grep -q ExecStart "$work/seller-loyalty.service" || { echo "docs/operations.md has no unit" >&2; exit 1; }
said=$(systemd-analyze verify "$work/seller-loyalty.service" 2>&1) || { echo "$said" >&2; exit 1; }
[ -z "$said" ] || { echo "$said" >&2; exit 1; }
echo "the server block and the unit are in order"

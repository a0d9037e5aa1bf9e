#!/usr/bin/env bash
# Writes what the portal ships as a CycloneDX 1.6 document (software bill of materials): every package that is in the
# published folder, with version, SHA-512 as the registry had it, licence, and what comes by file (ClosedXml.targets).
# Packages of the build only (analyzers) and ASP.NET Core's runtime, which the machine brings, are not in it.
# Usage: build/sbom.sh [FILE]   (sbom.json by default; needs jq, and a restored solution)
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-sbom.json}
project=SellerLoyaltyPortal
assets=$project/obj/project.assets.json
[ -f "$assets" ] || { echo "Nothing is restored: run dotnet restore first" >&2; exit 1; }
packages=$(jq -r '.packageFolders | keys[0]' "$assets")
version=$(dotnet msbuild "$project" -getProperty:Version)

# Name and version of whatever puts an assembly or a file into the output.
shipped() {
  jq -r '.targets | to_entries | map(select(.key | contains("/") | not)) | .[0].value | to_entries[]
    | select(.value.type == "package")
    | select([(.value.runtime, .value.runtimeTargets, .value.contentFiles, .value.resource) // {} | keys[]
        | select(endswith("/_._") | not)] | length > 0)
    | .key' "$assets"
  jq -r '.project.frameworks[].downloadDependencies[]? | "\(.name)/\(.version | ltrimstr("[") | split(",")[0] | rtrimstr("]"))"' "$assets" |
    grep -i '^ClosedXML/'
}

component() {
  local name=${1%/*} number=${1#*/} folder hash licence
  folder=$packages$(echo "$1" | tr '[:upper:]' '[:lower:]')
  hash=$(base64 -d "$folder"/*.nupkg.sha512 | od -An -v -tx1 | tr -d ' \n')
  licence=$(sed -n 's|.*<license type="expression">\([^<]*\)</license>.*|\1|p' "$folder"/*.nuspec | head -n 1)
  jq -n --arg name "$name" --arg version "$number" --arg hash "$hash" --arg licence "$licence" '
    {type: "library", "bom-ref": "pkg:nuget/\($name)@\($version)", name: $name, version: $version,
     purl: "pkg:nuget/\($name)@\($version)", hashes: [{alg: "SHA-512", content: $hash}]}
    + if $licence == "" then {} else {licenses: [{expression: $licence}]} end'
}

shipped | LC_ALL=C sort -fu | while read -r one; do component "$one"; done |
  jq -s --arg version "$version" '
    {bomFormat: "CycloneDX", specVersion: "1.6", version: 1,
     metadata: {component: {type: "application", name: "SellerLoyaltyPortal", version: $version}},
     components: .}' >"$out"
echo "$(jq '.components | length' "$out") parts in $out"

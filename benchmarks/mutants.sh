#!/usr/bin/env bash
# Mutation check of what counts money: Features/Eligibility and the pure parts of Features/Programs. Copies them with
# Columnar, Shared and their tests into three small projects (the whole portal with its pages takes dotnet-stryker
# half a minute a mutant), lets dotnet-stryker change one thing at a time there, and prints the score and what survived.
# Usage: benchmarks/mutants.sh [FILES…]    patterns below Features, by default "Programs/**/*.cs" "Eligibility/*.cs"
#   MUTANTS_AT_ONCE   test runs side by side, 2 by default
# Needs the registry once, for dotnet-stryker and the test packages. Takes an hour and more; leaves nothing behind
# but the report (StrykerOutput/ under TestResults/mutants).
set -euo pipefail
cd "$(dirname "$0")/.."
repository=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version() { grep -o "Include=\"$1\" Version=\"[^\"]*" Directory.Packages.props | sed 's/.*"//'; }
package() { echo "<PackageReference Include=\"$1\" Version=\"$(version "$1")\" />"; }

areas=(Mechanics Economics Quotes Answers)
mkdir -p "$work"/{Base,Core/Features/Programs,Tests/Features/Programs,Tests/Support,SellerLoyaltyPortal}
cp -r SellerLoyaltyPortal/{Columnar,Shared} "$work/Base/"
cp -r SellerLoyaltyPortal/Features/Eligibility "$work/Core/Features/"
cp -r SellerLoyaltyPortal.Tests/Features/Eligibility "$work/Tests/Features/"
for area in "${areas[@]}"; do
  cp -r "SellerLoyaltyPortal/Features/Programs/$area" "$work/Core/Features/Programs/"
  cp -r "SellerLoyaltyPortal.Tests/Features/Programs/$area" "$work/Tests/Features/Programs/"
done
for file in CultureScope LedgerArbitrary OnlineRetail OnlineRetailTwoYears VersionedLedger SeededLedgers Repository AssemblyCulture; do
  find SellerLoyaltyPortal.Tests -name "$file.cs" -exec cp {} "$work/Tests/Support/" \;
done
cp -r SellerLoyaltyPortal.Tests/Golden "$work/Tests/"
ln -s "$repository/SellerLoyaltyPortal/DemoData" "$work/SellerLoyaltyPortal/DemoData"
touch "$work/SellerLoyaltyPortal.sln"
cp global.json "$work/" 2>/dev/null || true
cat > "$work/Directory.Build.props" <<'XML'
<Project>
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <LangVersion>latest</LangVersion>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
  </PropertyGroup>
</Project>
XML
cat > "$work/Base/Base.csproj" <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <ItemGroup>
    <InternalsVisibleTo Include="Core" />
    <InternalsVisibleTo Include="Tests" />
  </ItemGroup>
</Project>
XML
cat > "$work/Core/Core.csproj" <<'XML'
<Project Sdk="Microsoft.NET.Sdk">
  <ItemGroup>
    <ProjectReference Include="../Base/Base.csproj" />
    <InternalsVisibleTo Include="Tests" />
  </ItemGroup>
</Project>
XML
cat > "$work/Tests/Tests.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk">
  <ItemGroup>
    $(package Microsoft.NET.Test.Sdk) $(package xunit) $(package xunit.runner.visualstudio)
    $(package FsCheck) $(package FSharp.Core)
    <ProjectReference Include="../Core/Core.csproj" />
    <Using Include="Xunit" />
    <None Include="Golden/**" CopyToOutputDirectory="PreserveNewest" />
    <None Include="../SellerLoyaltyPortal/DemoData/*.gz" LinkBase="DemoData" CopyToOutputDirectory="PreserveNewest" />
  </ItemGroup>
</Project>
XML

dotnet tool install dotnet-stryker --version 5.1.0 --tool-path "$work/tools" >&2
[ $# -gt 0 ] || set -- 'Programs/**/*.cs' 'Eligibility/*.cs'
mutate=()
for pattern in "$@"; do mutate+=(-m "**/Features/$pattern"); done
# Two tests that only take time: a million lines of one buyer, readers beside a writer.
cd "$work/Tests"
nice -n 19 "$work/tools/dotnet-stryker" -p Core.csproj -c "${MUTANTS_AT_ONCE:-2}" -l Standard "${mutate[@]}" \
  --configuration Release --break-on-initial-test-failure -r json -r progress \
  -O "$repository/TestResults/mutants" \
  --test-case-filter 'FullyQualifiedName!~MillionLines&FullyQualifiedName!~EligibilityStress' >&2
python3 "$repository/benchmarks/mutants.py" "$repository/TestResults/mutants/reports/mutation-report.json"

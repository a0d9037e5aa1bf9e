using System.Text.RegularExpressions;

namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>
/// SQL by hand and switched-off filters pass by what keeps sellers apart: only in these files, each for a
/// reason, and each that touches a seller's rows names the seller in its own text.
/// </summary>
public sealed partial class RawSqlTests
{
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["SellerLoyaltyPortal/Data/SqlitePragmaInterceptor.cs"] = "settings of a connection, no rows",
        ["SellerLoyaltyPortal/Data/DatabaseUpgrade.cs"] = "the mark of an upgrade that was killed, no rows",
        ["SellerLoyaltyPortal/Features/Operations/Copies/DataCopies.cs"] =
            "copies and checks the file as a whole for whoever runs the machine, no rows",
        ["SellerLoyaltyPortal/Features/Operations/Health/DatabaseHealth.cs"] =
            "asks for the writer's place, no rows",
        ["SellerLoyaltyPortal/Features/Programs/Lifecycle/ActivateDuePrograms.cs"] =
            "the clock looks for due programs of all sellers, then works in each seller's own context",
    };

    [Fact]
    public void Portal_FilesThatPassByTheSellerFilter_AreTheListedOnes() =>
        Guard.SameSet(
            Allowed.Keys,
            SourceMentions.PortalSource().Where(f => PassesBy().IsMatch(f.Text)).Select(f => f.Path),
            "files with SQL by hand or without query filters (docs/adr/0005-seller-scoped-context.md):"
        );

    [Fact]
    public void Portal_ListedFilesWithRows_NameTheSeller() =>
        Guard.NothingFound(
            SourceMentions
                .PortalSource()
                .Where(file => Allowed.ContainsKey(file.Path))
                .Where(file => !Allowed[file.Path].EndsWith("no rows", StringComparison.Ordinal))
                .Where(file => !file.Text.Contains("SellerId", StringComparison.Ordinal))
                .Select(file => file.Path),
            "SQL that does not name the seller:"
        );

    [Theory]
    [InlineData("context.Set<Buyer>().IgnoreQueryFilters()")]
    [InlineData("command.CommandText = sql;")]
    [InlineData("context.Database.ExecuteSqlRaw(sql)")]
    [InlineData("context.Set<Buyer>().FromSql($\"\")")]
    public void PlantedText_Always_IsFound(string text) => Assert.Matches(PassesBy(), text);

    [GeneratedRegex(@"\b(CommandText|FromSql|ExecuteSql|SqlQuery|IgnoreQueryFilters)|\bnew SqliteCommand\b")]
    private static partial Regex PassesBy();
}

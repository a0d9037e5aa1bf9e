using System.Text.RegularExpressions;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>Who may use whom: the compiled portal against <see cref="LayerRules"/>.</summary>
public sealed partial class LayerRulesTests
{
    private static readonly DependencyGraph Portal = DependencyGraph.Read(typeof(Program).Assembly.Location);

    private static readonly DependencyGraph Tests = DependencyGraph.Read(
        typeof(LayerRulesTests).Assembly.Location
    );

    [Fact]
    public void Portal_EveryArrow_IsDrawn()
    {
        var check = new LayerCheck(new Areas(Areas.PortalRoot), LayerRules.Exceptions);

        Guard.NothingFound(check.Violations(Portal), "arrows that are not drawn:");
        Guard.NothingFound(check.UnusedExceptions, "exceptions that no longer occur:");
    }

    [Fact]
    public void Portal_EveryMentionInTheSource_IsDrawn() =>
        Guard.NothingFound(
            SourceMentions.Violations(SourceMentions.PortalSource()),
            "namespaces named where no arrow is drawn:"
        );

    [Fact]
    public void Table_EveryRow_MatchesTypes()
    {
        var types = new LayerCheck(new Areas(Areas.PortalRoot), []).TypesByArea(Portal);

        Assert.All(LayerRules.Table, rule => Assert.True(types.GetValueOrDefault(rule.Area) > 0, rule.Area));
        Assert.True(types.GetValueOrDefault(LayerRules.Pages) > 0, "no pages");
    }

    [Fact]
    public void Table_EveryAreaOfTheAssembly_HasARow()
    {
        var types = new LayerCheck(new Areas(Areas.PortalRoot), []).TypesByArea(Portal);
        string[] known =
        [
            .. LayerRules.Table.Select(rule => rule.Area),
            LayerRules.Pages,
            LayerRules.EntryPoint,
        ];

        Guard.NothingFound(
            types.Keys.Except(known, StringComparer.Ordinal),
            "areas without a row in LayerRules:"
        );
    }

    [Fact]
    public void Table_Features_AreTheFoldersUnderFeatures()
    {
        string[] notFeatures = ["Shared", "Clock", "Columnar", "Components", "Data", "Frame"];
        var rows = LayerRules.Table.Select(rule => Areas.TopOf(rule.Area)).Distinct(StringComparer.Ordinal);
        var folders = Directory
            .EnumerateDirectories(Repository.PathOf("SellerLoyaltyPortal", "Features"))
            .Select(path => Path.GetFileName(path)!);

        Assert.Equal(
            folders.Order(StringComparer.Ordinal),
            rows.Except(notFeatures, StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void ArchitecturePage_Arrows_AreTheTable()
    {
        var drawn = Arrow()
            .Matches(Repository.Read("docs", "ARCHITECTURE.md"))
            .ToDictionary(
                match => match.Groups["area"].Value,
                match => (Names(match.Groups["uses"].Value), match.Groups["pure"].Success),
                StringComparer.Ordinal
            );

        // An arrow may be drawn ahead of the code; with the first type its row is due.
        var areas = new Areas(Areas.PortalRoot);
        var paths = Portal.Uses.Keys.Select(areas.PathOf).OfType<string>().ToList();
        Guard.SameSet(
            drawn.Keys.Where(area => paths.Exists(path => Areas.IsIn(path, area))),
            LayerRules.Table.Select(rule => rule.Area),
            "rows of LayerRules against the arrows of docs/ARCHITECTURE.md:"
        );
        Assert.All(
            LayerRules.Table,
            rule => Assert.Equal((Sorted(rule.MayUse), rule.Pure), drawn[rule.Area])
        );

        static string Names(string list) => list == "nothing" ? "" : Sorted(list.Split(", "));
        static string Sorted(IEnumerable<string> names) =>
            string.Join(", ", names.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Eligibility.ReadsAFile", "System.IO.File")]
    [InlineData("Eligibility.AsksTheClock", "System.TimeProvider")]
    [InlineData("Eligibility.RunsATask", "System.Threading.Tasks.Task")]
    [InlineData("Eligibility.MakesAGuid", "System.Guid::NewGuid")]
    [InlineData("Eligibility.UsesEntityFramework", "Microsoft.EntityFrameworkCore.DbContext")]
    [InlineData("Accounts.UsesInABody", "Purchases.PurchaseLine")]
    [InlineData("Accounts.UsesInALambda", "Purchases.PurchaseLine")]
    [InlineData("Accounts.UsesInAnAsyncMethod", "Purchases.PurchaseLine")]
    [InlineData("Accounts.UsesInTypeof", "Purchases.PurchaseLine")]
    [InlineData("Accounts.UsesInAnAttribute", "Purchases.PurchaseLine")]
    [InlineData("Accounts.UsesAsAGenericArgument", "Purchases.PurchaseLine")]
    [InlineData("Accounts.UsesInAnArrayParameter", "Purchases.PurchaseLine")]
    [InlineData("Accounts.UsesAsAConstraint", "Purchases.PurchaseLine")]
    [InlineData("Accounts.UsesAPage", "Purchases.Pages.PlantedPage")]
    [InlineData("Purchases.UsesASubNamespace", "Accounts.Persistence.PlantedSecret")]
    [InlineData("Purchases.Pages.AsksTheDatabase", "Data.PortalDbContext")]
    [InlineData("Components.KnowsAFeature", "Accounts.Seller")]
    [InlineData("Data.KnowsAFeature", "Accounts.Seller")]
    [InlineData("Unplaced.HasNoRow", "Accounts.Seller")]
    public void PlantedViolation_Always_IsReported(string from, string to)
    {
        var check = new LayerCheck(new Areas(Areas.PortalRoot, Areas.PlantedRoot), []);

        Assert.Contains(check.Violations(Tests), v => v.From == from && v.To == to);
    }

    [Fact]
    public void PlantedTypes_ThatBreakNothing_AreNotReported()
    {
        var check = new LayerCheck(new Areas(Areas.PortalRoot, Areas.PlantedRoot), []);

        Assert.DoesNotContain(
            check.Violations(Tests),
            v => v.From.EndsWith("BreaksNothing", StringComparison.Ordinal)
        );
        Assert.Contains(Tests.Uses.Keys, type => type.Name == "BreaksNothing");
    }

    [Fact]
    public void Exception_ThatCoversAViolation_SilencesItAndCountsAsUsed()
    {
        var exception = new KnownArrow("Accounts.UsesInABody", "Purchases.PurchaseLine", "planted");
        var stale = new KnownArrow("Accounts.NoLongerThere", "Purchases.PurchaseLine", "planted");
        var check = new LayerCheck(new Areas(Areas.PortalRoot, Areas.PlantedRoot), [exception, stale]);

        Assert.DoesNotContain(check.Violations(Tests), v => v.From == exception.From && v.To == exception.To);
        Assert.Equal([stale], check.UnusedExceptions);
    }

    [Theory]
    [InlineData("Columnar/X.cs", "using SellerLoyaltyPortal.Data;")]
    [InlineData("Features/Accounts/X.cs", "var x = nameof(SellerLoyaltyPortal.Features.Purchases.Buyer);")]
    [InlineData("Features/Purchases/Pages/X.razor", "@using SellerLoyaltyPortal.Data")]
    [InlineData("Features/Purchases/X.cs", "using SellerLoyaltyPortal.Features.Accounts.Persistence;")]
    public void PlantedMention_Always_IsReported(string file, string text) =>
        Assert.Single(SourceMentions.Violations([("SellerLoyaltyPortal/" + file, text)]));

    [Fact]
    public void SourceMentions_OwnNamespaceAndAllowedOnes_AreFine() =>
        Assert.Empty(
            SourceMentions.Violations([
                (
                    "SellerLoyaltyPortal/Features/Purchases/X.cs",
                    "using SellerLoyaltyPortal.Data;\nnamespace SellerLoyaltyPortal.Features.Purchases;"
                ),
                (
                    "SellerLoyaltyPortal/Data/X.cs",
                    "using SellerLoyaltyPortal.Features.Accounts;\nusing SellerLoyaltyPortal.Shared;"
                ),
            ])
        );

    [Fact]
    public void Radzen_OutsideComponents_IsNotUsed()
    {
        var users = Portal
            .Uses.Where(pair => pair.Value.Any(type => type.IsIn("Radzen")))
            .Select(pair => new Areas(Areas.PortalRoot).PathOf(pair.Key)!)
            .Where(path => !IsComponent(path));

        Guard.SameSet(
            LayerRules.RadzenExceptions.Select(e => e.From),
            users,
            "Radzen's types outside .razor components:"
        );
    }

    [Fact]
    public void IsComponent_PlainClassAndComponent_AreToldApart()
    {
        Assert.True(IsComponent("Frame.App"));
        Assert.False(IsComponent("Frame.FrameServices"));
    }

    private static bool IsComponent(string path)
    {
        var file = path.Split('`')[0].Replace('.', Path.DirectorySeparatorChar) + ".razor";
        return File.Exists(Path.Combine(Repository.Portal, file))
            || File.Exists(Path.Combine(Repository.Portal, "Features", file));
    }

    [GeneratedRegex(
        @"^(?<area>[A-Z]\w*(\.[A-Z]\w*)?) +─▶ (?<uses>nothing|[A-Z][\w.]*(, [A-Z][\w.]*)*)(?<pure> +PURE)?$",
        RegexOptions.ExplicitCapture | RegexOptions.Multiline
    )]
    private static partial Regex Arrow();
}

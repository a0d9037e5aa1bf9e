using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Architecture.Texts;

/// <summary>Every text in both languages, every key found, nothing said outside the resources.</summary>
public sealed partial class TextResourceTests(PortalWebFactory portal) : IClassFixture<PortalWebFactory>
{
    private static readonly IReadOnlyList<TextResource> Resources = TextResource.OfPortal();

    private static readonly TextUses Uses = new(SourceMentions.PortalSource());

    /// <summary>Cyrillic outside resources: signs and tokens, not sentences.</summary>
    private static readonly string[] MayHaveCyrillic =
    [
        // Signs of currencies.
        "SellerLoyaltyPortal/Shared/Currency.cs",
        // Words inside numbers ("тыс.", "млн") and examples in comments.
        "SellerLoyaltyPortal/Components/Text/Display.cs",
        // A language is offered under its own name.
        "SellerLoyaltyPortal/Features/Accounts/Pages/LanguageSwitch.razor",
        // The alphabet that addresses are transliterated from.
        "SellerLoyaltyPortal/Features/Accounts/SellerSlug.cs",
        // The keys of a Russian keyboard, on which passwords and page names are typed.
        "SellerLoyaltyPortal/Shared/KeyboardLayouts.cs",
        // What Russian shops call their columns, and what they write into them.
        "SellerLoyaltyPortal/Features/Purchases/Import/FileWords.cs",
        "SellerLoyaltyPortal/Features/Purchases/Mapping/ColumnGuess.cs",
        "SellerLoyaltyPortal/Features/Purchases/Mapping/KnownExports.cs",
        "SellerLoyaltyPortal/Features/Purchases/Mapping/PersonalColumns.cs",
    ];

    [Fact]
    public void Resources_BothLanguages_SayTheSame()
    {
        Assert.True(Resources.Count > 1);
        Guard.NothingFound(
            Resources.SelectMany(TextRules.Problems),
            "texts that differ between the languages:"
        );
    }

    [Fact]
    public void Resources_EveryKeyInTheSource_IsThere()
    {
        var known = Resources.SelectMany(r => r.English.Keys).ToHashSet(StringComparer.Ordinal);

        Assert.True(Uses.Count > 20);
        Guard.NothingFound(Uses.Missing(known), "keys without a text:");
    }

    [Fact]
    public void Resources_EveryKey_IsUsed() =>
        Guard.NothingFound(
            from resource in Resources
            from key in resource.English.Keys
            where !Uses.IsUsed(key)
            select $"{resource.Name}: {key}",
            "texts that nobody asks for:"
        );

    [Fact]
    public void Navigation_EveryItem_HasItsTextAndLeadsToAPage()
    {
        using var scope = portal.Services.CreateScope();
        var texts = scope.ServiceProvider.GetRequiredService<IStringLocalizerFactory>();
        var items = scope.ServiceProvider.GetServices<NavItem>().ToList();

        Guard.NothingFound(
            items.Where(item => texts.Create(item.Texts)[item.TextKey].ResourceNotFound),
            "navigation items without a text:"
        );
        var pages = RouteFacts
            .Of(portal.Services.GetRequiredService<EndpointDataSource>().Endpoints)
            .Select(route => route.Pattern)
            .ToHashSet(StringComparer.Ordinal);
        Guard.NothingFound(
            items.Where(item => !pages.Contains($"/sellers/{{{Policies.SellerRouteParameter}}}/{item.Page}")),
            "navigation items without a page:"
        );
    }

    [Fact]
    public void Markup_EverySentence_StandsInAResource() =>
        Guard.NothingFound(
            Repository
                .PortalFiles(".razor")
                .SelectMany(path => HardCodedTexts.In(Repository.Relative(path), File.ReadAllText(path))),
            "texts in markup:"
        );

    [Fact]
    public void Source_Cyrillic_StandsInResourcesOnly() =>
        Guard.NothingFound(
            SourceMentions
                .PortalSource()
                .Where(file => !MayHaveCyrillic.Contains(file.Path))
                .SelectMany(file =>
                    file.Text.Split('\n')
                        .Where(line => Cyrillic().IsMatch(LineComment().Replace(line, "")))
                        .Select(line => $"{file.Path}: {line.Trim()}")
                ),
            "Russian in the source:"
        );

    [Fact]
    public void Pages_EveryRoutableComponent_HasATitle() =>
        Guard.NothingFound(
            Repository
                .PortalFiles(".razor")
                .Select(path => (Path: Repository.Relative(path), Text: File.ReadAllText(path)))
                .Where(file => file.Text.Contains("@page \"", StringComparison.Ordinal))
                .Where(file => !SetsTitle().IsMatch(TitleOf(file.Path, file.Text)))
                .Select(file => file.Path),
            "pages without a translated <PageTitle>:"
        );

    [Fact]
    public void TextRules_PlantedDifferences_AreReported()
    {
        var planted = new TextResource(
            "Planted",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["OnlyEnglish"] = "text",
                ["Placeholder"] = "{0} of {1}",
                ["Plural"] = "{0} buyer|{0} buyers",
                ["Russian"] = "текст",
                ["Fine"] = "{0} buyer|{0} buyers",
            },
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Placeholder"] = "{0}",
                ["Plural"] = "{0} покупатель|{0} покупателя",
                ["Russian"] = "текст",
                ["OnlyRussian"] = "текст",
                ["Fine"] = "{0} покупатель|{0} покупателя|{0} покупателей",
            }
        );

        var keys = TextRules.Problems(planted).Select(p => p.Split(": ")[1].Split(' ')[0]);

        Assert.Equal(
            ["OnlyEnglish", "OnlyRussian", "Placeholder", "Plural", "Russian"],
            keys.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void TextUses_PlantedKeys_AreFound()
    {
        var uses = new TextUses([
            (
                "X.razor",
                """@L["Plain"] @L.Plural("Many", 3) @L["Role" + role] return new Error("ThisIsWrong", "Path");"""
            ),
        ]);

        Assert.Equal(
            ["X.razor: Error.ThisIsWrong", "X.razor: Many", "X.razor: Plain"],
            uses.Missing(new HashSet<string>()).Order(StringComparer.Ordinal)
        );
        Assert.True(uses.IsUsed("RoleOwner"));
        Assert.False(uses.IsUsed("Nobody"));
    }

    [Theory]
    [InlineData("<p>Some words</p>")]
    [InlineData("<p>@count buyers</p>")]
    [InlineData("<p>Покупатели</p>")]
    [InlineData("<img alt=\"A picture\" />")]
    [InlineData("<X Label=\"Threshold\" />")]
    public void HardCodedTexts_Planted_AreFound(string markup) =>
        Assert.Single(HardCodedTexts.In("X.razor", markup));

    [Theory]
    [InlineData("<p>@L[\"Key\"] · @Display.Date(day) (@(a > b ? c : d))</p>")]
    [InlineData(
        "<a href=\"/there\" class=\"button primary\" title=\"@L[\"Key\"]\">@L[\"Key\", Display.Count(n.Value())]</a>"
    )]
    [InlineData("<button @onclick=\"() => Go(1)\">×</button>")]
    [InlineData("@* <p>Some words</p> *@")]
    public void HardCodedTexts_TranslatedMarkup_IsFine(string markup) =>
        Assert.Empty(HardCodedTexts.In("X.razor", markup));

    /// <summary>The markup, with that of the one component that a page may consist of.</summary>
    private static string TitleOf(string path, string markup) =>
        OnlyComponent().Match(markup) is { Success: true } only
            ? File.ReadAllText(
                Path.Combine(
                    Path.GetDirectoryName(Repository.PathOf(path))!,
                    only.Groups["name"].Value + ".razor"
                )
            )
            : markup;

    [GeneratedRegex(@"^(@.*\n)*<(?<name>[A-Z]\w+) />\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex OnlyComponent();

    /// <summary>The page's head sets the browser's title as well.</summary>
    [GeneratedRegex("<PageTitle>@|<PageHeader Title=\"@")]
    private static partial Regex SetsTitle();

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();

    [GeneratedRegex(@"//.*$|@\*.*?\*@")]
    private static partial Regex LineComment();
}

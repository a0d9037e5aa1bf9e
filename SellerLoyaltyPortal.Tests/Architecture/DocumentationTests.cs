using System.Globalization;
using System.Text.RegularExpressions;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Demo;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>What the documents state, where a machine can tell.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Readme = Repository.Read("README.md");

    private static IEnumerable<string> Pages =>
        Directory
            .EnumerateFiles(Repository.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories));

    [Fact]
    public void Links_OfEveryPage_LeadSomewhere() =>
        Guard.NothingFound(
            from page in Pages
            from Match link in Link().Matches(File.ReadAllText(page))
            let target = link.Groups["target"].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal)
            where !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, target))
            where !page.EndsWith("0000-template.md", StringComparison.Ordinal)
            select $"{Repository.Relative(page)}: {target}",
            "links to nothing:"
        );

    [Fact]
    public void Links_Pattern_FindsLinksAndImages() =>
        Assert.Equal(
            ["a.md", "b.png"],
            Link().Matches("[a](a.md) and ![b](b.png)").Select(m => m.Groups["target"].Value)
        );

    [Fact]
    public void Decisions_EveryRecord_IsInTheIndexWithItsTitle()
    {
        var index = Repository.Read("docs", "adr", "README.md");
        var records = Directory
            .EnumerateFiles(Repository.PathOf("docs", "adr"), "0*.md")
            .Where(path => !path.EndsWith("0000-template.md", StringComparison.Ordinal))
            .ToList();

        Assert.True(records.Count > 6);
        Guard.NothingFound(
            from path in records
            let title = File.ReadLines(path).First().Split(". ", 2)[1]
            let number = int.Parse(Path.GetFileName(path)[..4], CultureInfo.InvariantCulture)
            let row = string.Create(
                CultureInfo.InvariantCulture,
                $"| [{number}]({Path.GetFileName(path)}) | {title} |"
            )
            where !index.Contains(row, StringComparison.Ordinal)
            select row,
            "records that the index lacks:"
        );
    }

    [Fact]
    public void Readme_SignIns_AreTheDemos()
    {
        var rows = MarkdownTable.Rows(Readme, "e-mail", "who");

        Assert.Equal(
            DemoPerson.All.Select(person => $"`{person.Email}` {person.What}"),
            rows.Select(row => $"{row[0]} {row[1]}")
        );
        Assert.Contains($"`{DemoPerson.Password}`", Readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Readme_MapOfTheCode_NamesEveryFolder()
    {
        var named = MarkdownTable.Rows(Readme, "folder", "what").Select(row => row[0].Trim('`'));
        string[] notCode = ["bin", "obj", "Properties", "wwwroot", "DemoData", "App_Data", "Features"];
        var there = Directory
            .EnumerateDirectories(Repository.Portal)
            .Where(path => !notCode.Contains(Path.GetFileName(path)))
            .Concat(Directory.EnumerateDirectories(Path.Combine(Repository.Portal, "Features")))
            .Select(Repository.Relative)
            .Concat(["SellerLoyaltyPortal.Tests", "SellerLoyaltyPortal.Benchmarks"]);

        Guard.SameSet(there, named, "folders against README's map:");
    }

    [Fact]
    public void Readme_WorkedExample_IsWhatTheEngineSays()
    {
        var asOf = DayNumber.TryParse(ExampleDay().Match(Readme).Groups["day"].Value)!.Value;
        var threshold = Amount(ExampleDay().Match(Readme).Groups["threshold"].Value);
        var rows = MarkdownTable
            .Rows(
                Readme,
                "buyer",
                "bought out",
                "pieces",
                "amount",
                "returned pieces",
                "returned on",
                "counts",
                "why"
            )
            .ToList();
        var verdicts = MarkdownTable.Rows(Readme, "buyer", "total", "qualifies", "still missing");
        var columns = Columns(rows);

        foreach (var verdict in verdicts)
        {
            Assert.True(columns.Buyers.TryFind(new BuyerId(verdict[0]), out var buyer));
            var explanation = EligibilityExplanation.Of(columns, EligibilityRule.Default, asOf, buyer);

            Assert.Equal(
                rows.Where(row => row[0] == verdict[0]).Select(row => Amount(row[6])),
                explanation.Lines.Select(line => line.Counts ? line.Net : Money.Zero)
            );
            Assert.Equal(Amount(verdict[1]), explanation.Total);
            Assert.Equal(verdict[2] == "yes", explanation.Qualifies(threshold));
            Assert.Equal(Amount(verdict[3]), explanation.Lacking(threshold));
        }
        Assert.Equal(rows.Select(row => row[0]).Distinct(), verdicts.Select(verdict => verdict[0]));
    }

    [Fact]
    public void Readme_NumbersOfOnlineRetail_AreTheReference()
    {
        var row = MarkdownTable
            .Rows(Readme, "threshold, £", "1000", "2000", "5000", "10000", "20000", "50000")
            .Single();
        var totals = Repository
            .Read("SellerLoyaltyPortal.Tests", "Golden", "online_retail_customers.csv")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Trim().Split(',')[^1])
            .Where(total => total.Length > 0)
            .Select(total => decimal.Parse(total, CultureInfo.InvariantCulture))
            .ToList();

        Assert.Equal(
            new[] { 1_000, 2_000, 5_000, 10_000, 20_000, 50_000 }.Select(t => totals.Count(s => s >= t)),
            row.Skip(1).Select(cell => int.Parse(cell, CultureInfo.InvariantCulture))
        );
    }

    private static PurchaseColumns Columns(IReadOnlyList<string[]> rows)
    {
        var builder = new PurchaseColumnsBuilder();
        var keys = rows.Select(row => row[0]).Distinct(StringComparer.Ordinal).ToList();
        for (var key = 0; key < keys.Count; key++)
            builder.AddBuyer(key + 1, new BuyerId(keys[key]));
        foreach (var row in rows)
            builder.Add(
                new LedgerLine(
                    keys.IndexOf(row[0]) + 1,
                    DayNumber.TryParse(row[1])!.Value,
                    Amount(row[3]),
                    Amount(row[3]),
                    Amount(row[3]),
                    long.Parse(row[2], CultureInfo.InvariantCulture),
                    long.Parse(row[4], CultureInfo.InvariantCulture),
                    DayNumber.TryParse(row[5])
                )
            );
        return builder.Build();
    }

    private static Money Amount(string text) =>
        Money.FromDecimal(decimal.Parse(text, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex(
        @"as of (?<day>\d{4}-\d\d-\d\d) with a threshold of (?<threshold>[\d.]+\d)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex ExampleDay();
}

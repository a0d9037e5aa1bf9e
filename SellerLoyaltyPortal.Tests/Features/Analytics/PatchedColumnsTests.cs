using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Value;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Analytics;

/// <summary>A snapshot that was carried on by appending says the same as one built from all lines.</summary>
public sealed class PatchedColumnsTests
{
    private static readonly DayNumber AsOf = SeededLedgers.FirstDay + 880;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void EveryPass_AfterAnAppend_EqualsOneOverEverything(int seed)
    {
        var lines = SeededLedgers.Lines(seed, buyers: 60, lines: 600);
        var built = SeededLedgers.Columns(lines);
        var appended = Appended(lines);

        Assert.NotNull(appended.Patch);
        Assert.Equal(Board(built), Board(appended));
        Assert.Equal(Cells(built), Cells(appended));
        Assert.Equal(Values(built), Values(appended));
        Assert.Equal(Days(built), Days(appended));
    }

    [Fact]
    public void EveryPass_OverSoManyBuyersThatThreadsShareThem_AddsUpToItsParts()
    {
        var columns = SeededLedgers.Columns(SeededLedgers.Lines(4, buyers: 400_000, lines: 150_000));
        var days = PurchaseDays.From(columns, AsOf, PriceBase.ListPrice);
        var (even, odd) = (Some(columns, 0), Some(columns, 1));

        Assert.True(columns.BuyerCount > 20_000);
        for (var buyer = 0; buyer < columns.BuyerCount; buyer += 97)
        {
            var alone = PurchaseDays.FromOne(columns, AsOf, PriceBase.ListPrice, buyer);
            Assert.Equal(alone.DaysOf(0).ToArray(), days.DaysOf(buyer).ToArray());
            Assert.Equal(alone.AmountsOf(0).ToArray(), days.AmountsOf(buyer).ToArray());
        }
        Assert.Equal(days.Adjustments, days.Adjustments.OrderBy(a => a.Buyer).ThenBy(a => a.Day).ToList());
        Assert.Equal(Cells(columns), Cells(columns, even).Zip(Cells(columns, odd), (a, b) => a + b));
        Assert.Equal(
            Values(columns).Select(v => v.Item2),
            Values(columns, even).Zip(Values(columns, odd), (a, b) => a.Item2 + b.Item2)
        );

        static BuyerSet Some(PurchaseColumns columns, int rest) =>
            new(columns.BuyerCount, b => b % 2 == rest);
    }

    private static PurchaseColumns Appended(List<LedgerLine> lines)
    {
        var early = lines[..(lines.Count * 2 / 3)];
        var late = lines[early.Count..];
        var changes = new LedgerChanges();
        foreach (var line in late)
        {
            changes.AddBuyer(line.BuyerKey, SeededLedgers.IdOf(line.BuyerKey));
            changes.Add(line);
        }
        return SeededLedgers.Columns(early).Append(changes, 1);
    }

    private static List<BuyerRow> Board(PurchaseColumns columns) =>
        [
            .. BuyerBoard
                .From(columns, EligibilityRule.Default, AsOf, CancellationToken.None)
                .List(new() { Take = 1000 })
                .Rows.OrderBy(r => r.Id.Value, StringComparer.Ordinal),
        ];

    private static List<int?> Cells(PurchaseColumns columns, BuyerSet? only = null)
    {
        var triangle = CohortCalculator.Count(columns, AsOf, CohortPeriod.Month, only: only);
        return
        [
            .. from cohort in Enumerable.Range(0, triangle.Cohorts)
            from k in Enumerable.Range(0, triangle.Cohorts)
            select triangle.CountSoFar(cohort, k),
        ];
    }

    private static List<(int, ValueSums)> Values(PurchaseColumns columns, BuyerSet? only = null) =>
        [
            .. CohortValues
                .Sum(columns, AsOf, CohortPeriod.Month, PriceBase.PricePaid, only)
                .Select(c => (c.Buyers, c.SoFarBy(400))),
        ];

    // By id: an appended buyer has another ordinal than one that was there from the start.
    private static SortedDictionary<string, string> Days(PurchaseColumns columns)
    {
        var days = PurchaseDays.From(columns, AsOf, PriceBase.ListPrice);
        var byId = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var buyer = 0; buyer < days.BuyerCount; buyer++)
            byId[columns.Buyers[buyer].Value] =
                string.Join(' ', days.DaysOf(buyer).ToArray())
                + "|"
                + string.Join(' ', days.AmountsOf(buyer).ToArray());
        return byId;
    }
}

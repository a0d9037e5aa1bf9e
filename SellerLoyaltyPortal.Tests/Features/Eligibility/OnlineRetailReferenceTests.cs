using System.Globalization;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

/// <summary>Numbers computed from the same file independently of this code (Golden).</summary>
public sealed class OnlineRetailReferenceTests
{
    private static readonly BuyerTotals Totals = BuyerTotalsCalculator.Calculate(
        OnlineRetail.Columns,
        EligibilityRule.Default,
        OnlineRetail.AsOf
    );

    [Fact]
    public void Columns_OnlineRetail_HoldEveryLineWithACustomer()
    {
        Assert.Equal(406_829, OnlineRetail.Columns.LineCount);
        Assert.Equal(4_372, OnlineRetail.Columns.BuyerCount);
        Assert.Equal(DayNumber.Of(2010, 12, 1), OnlineRetail.Columns.FirstDay);
        Assert.Equal(DayNumber.Of(2011, 12, 9), OnlineRetail.Columns.LastDay);
    }

    [Fact]
    public void Totals_OnlineRetail_HaveThePublishedBase()
    {
        Assert.Equal(4_296, Totals.BuyerCount);
        Assert.Equal(Money.FromDecimal(7_995_442.464m), Totals.Revenue);
        var curve = ThresholdCurve.From(Totals);
        Assert.Equal(4_296, curve.Buyers);
        Assert.Equal(Money.FromDecimal(7_995_442.464m), curve.Revenue);
        Assert.Equal(4_243, curve.BuyersAt(new Money(1)));
        Assert.Equal(4_243 + 16, curve.BuyersAt(Money.Zero));
        Assert.Equal(Money.FromDecimal(279_489.02m), curve.TotalAt(curve.Buyers - 1));
        Assert.Equal(Money.FromDecimal(-4_287.63m), curve.TotalAt(0));
    }

    [Theory]
    [InlineData(100, 4088)]
    [InlineData(250, 3363)]
    [InlineData(500, 2486)]
    [InlineData(1_000, 1595)]
    [InlineData(2_000, 844)]
    [InlineData(5_000, 253)]
    [InlineData(10_000, 92)]
    [InlineData(20_000, 35)]
    [InlineData(50_000, 16)]
    public void BuyersAt_OnlineRetail_EqualsReference(long threshold, int buyers) =>
        Assert.Equal(buyers, ThresholdCurve.From(Totals).BuyersAt(Money.FromUnits(threshold)));

    [Fact]
    public void Totals_OnlineRetail_EqualEveryBuyersReferenceSum()
    {
        var rows = File.ReadLines(
                Path.Combine(AppContext.BaseDirectory, "Golden", "online_retail_customers.csv")
            )
            .Skip(1)
            .Select(line => line.Split(','))
            .ToList();
        Assert.Equal(4_372, rows.Count);
        foreach (var row in rows)
        {
            Assert.True(OnlineRetail.Columns.Buyers.TryFind(new BuyerId(row[0]), out var buyer), row[0]);
            // The reference leaves the sum empty for buyers without a line in the window.
            var expected = row[6].Length == 0 ? 0 : decimal.Parse(row[6], CultureInfo.InvariantCulture);
            Assert.Equal(Money.FromDecimal(expected), Totals.Of(buyer));
            Assert.Equal(row[6].Length > 0, Totals.IsInBase(buyer));
        }
    }

    [Fact]
    public void Qualifies_BuyersExactlyOnTheThreshold_FollowTheBoundary()
    {
        var above = BuyerTotalsCalculator.Calculate(
            OnlineRetail.Columns,
            EligibilityRule.Default with
            {
                Boundary = ThresholdBoundary.Above,
            },
            OnlineRetail.AsOf
        );
        foreach (var (id, units) in new[] { ("15510", 250L), ("15389", 500L) })
        {
            Assert.True(OnlineRetail.Columns.Buyers.TryFind(new BuyerId(id), out var buyer));
            Assert.Equal(Money.FromUnits(units), Totals.Of(buyer));
            Assert.True(Totals.Qualifies(buyer, Money.FromUnits(units)));
            Assert.False(above.Qualifies(buyer, Money.FromUnits(units)));
        }
        Assert.Equal(3362, ThresholdCurve.From(above).BuyersAt(Money.FromUnits(250)));
    }

    [Fact]
    public void NearAt_OneTypicalOrder_EqualsTheDesignSketch()
    {
        var typical = TypicalOrder.MedianOf(OnlineRetail.Columns, EligibilityRule.Default, OnlineRetail.AsOf);
        Assert.Equal(Money.FromDecimal(303.605m), typical);
        Assert.Equal(435, ThresholdCurve.From(Totals).NearAt(Money.FromUnits(1_000), typical!.Value));
    }
}

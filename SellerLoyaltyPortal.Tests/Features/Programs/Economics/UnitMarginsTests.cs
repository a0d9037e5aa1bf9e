using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Economics;

public sealed class UnitMarginsTests
{
    [Theory]
    // The field guide's table (F4): k = 0.25, v = 0.50.
    [InlineData(3, 0, 0.099)]
    [InlineData(3, 1, 0.148)]
    [InlineData(5, 0, 0.176)]
    [InlineData(5, 1, 0.232)]
    [InlineData(10, 0, 0.429)]
    [InlineData(10, 1, 0.506)]
    [InlineData(15, 0, 0.818)]
    [InlineData(15, 1, 0.938)]
    public void BreakEvenUplift_OfTheTable_IsTheTables(int discount, int option, double uplift) =>
        Assert.Equal(uplift, (double)At(discount, option).BreakEvenUplift!, 0.0005);

    [Fact]
    public void Margins_OfTheDesign_AreTheDesigns()
    {
        var margins = At(10, 1);

        Assert.Equal(0.25m, margins.Before);
        Assert.Equal(0.166m, margins.After);
        Assert.Equal(0.084m, margins.SubsidyRate);
        Assert.Equal(0.3243, (double)margins.LimitDiscount!, 0.0001);
        Assert.Equal(1.1111, (double)margins.RequalifyingFactor!, 0.0001);
    }

    [Fact]
    public void SubsidyRate_AnyShares_IsTheMarginThatIsLost()
    {
        var random = new Random(5);
        for (var round = 0; round < 2_000; round++)
        {
            var unit = new UnitEconomics(
                new(random.Next(0, 9_500)),
                new(random.Next(0, 500)),
                new(random.Next(0, 12_000))
            );
            var margins = UnitMargins.Of(unit, new(random.Next(0, 10_001)));

            Assert.Equal(margins.SubsidyRate, margins.Before - margins.After);
            // At the limit nothing is left, and a little under it something is.
            if (margins.LimitDiscount is { } limit and > 0 and < 1)
            {
                Assert.False(UnitMargins.Of(unit, new((int)Math.Ceiling(limit * Percent.Whole))).After > 0);
                Assert.True(
                    UnitMargins.Of(unit, new((int)Math.Ceiling(limit * Percent.Whole) - 1)).After >= 0
                );
            }
            Assert.Equal(margins.CanPay, margins.BreakEvenUplift is not null);
        }
    }

    [Fact]
    public void BreakEvenUplift_UnitLosesMoney_IsNone()
    {
        Assert.Null(At(33, 1).BreakEvenUplift);
        Assert.NotNull(At(32, 1).BreakEvenUplift);
        Assert.Null(At(50, 0).BreakEvenUplift);
    }

    [Fact]
    public void Margins_NothingIsLeft_CanNotPayAndEverythingOffNeverRequalifies()
    {
        var even = UnitMargins.Of(
            new(Percent.FromWhole(25), Percent.FromWhole(0), Percent.FromWhole(60)),
            Percent.FromWhole(20)
        );

        Assert.Equal(0, even.After);
        Assert.False(even.CanPay);
        Assert.Null(even.BreakEvenUplift);
        Assert.Null(At(100, 1).RequalifyingFactor);
    }

    [Fact]
    public void LimitDiscount_CommissionsTakeEverything_IsNone() =>
        Assert.Null(
            UnitMargins
                .Of(
                    new(Percent.FromWhole(95), Percent.FromWhole(5), Percent.FromWhole(1)),
                    Percent.FromWhole(3)
                )
                .LimitDiscount
        );

    [Theory]
    [InlineData(2_500, 100, 5_000, "")]
    [InlineData(0, 0, 0, "")]
    [InlineData(9_500, 5_000, 20_000, "")]
    [InlineData(-1, 100, 5_000, "Commission")]
    [InlineData(9_501, 100, 5_000, "Commission")]
    [InlineData(2_500, 5_001, 20_001, "OptionCommission UnitCost")]
    public void Check_Shares_NamesTheFieldsOutOfLimits(int k, int c, int v, string paths) =>
        Assert.Equal(
            paths,
            string.Join(' ', new UnitEconomics(new(k), new(c), new(v)).Check().Select(e => e.Path))
        );

    private static UnitMargins At(int discount, int option) =>
        UnitMargins.Of(
            new(Percent.FromWhole(25), Percent.FromWhole(option), Percent.FromWhole(50)),
            Percent.FromWhole(discount)
        );
}

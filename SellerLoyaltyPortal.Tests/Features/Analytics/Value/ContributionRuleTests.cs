using SellerLoyaltyPortal.Features.Analytics.Value;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Value;

public sealed class ContributionRuleTests
{
    private static readonly ContributionRule Rule = new(
        UnitEconomics.Default.Commission,
        UnitEconomics.Default.OptionCommission,
        UnitEconomics.Default.UnitCost
    );

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(35)]
    public void Of_OneThousandOfUndiscountedPrice_IsTheConstructorsMargin(int discount)
    {
        var margins = UnitMargins.Of(UnitEconomics.Default, Percent.FromWhole(discount));
        var paid = 1000L * Money.Scale * (100 - discount) / 100;
        var sums = new ValueSums(paid, paid, discount > 0 ? paid : 0, 1000 * Money.Scale);

        Assert.Equal(1000 * (discount > 0 ? margins.After : margins.Before), Rule.Of(sums));
    }

    [Fact]
    public void Of_SumsTogether_IsTheSumOfEach()
    {
        var (left, right) = (new ValueSums(7, 900_001, 3, 1_000_003), new ValueSums(-5, -17, 0, -19));

        Assert.Equal(Rule.Of(left) + Rule.Of(right), Rule.Of(left + right));
    }

    [Fact]
    public void Of_TheLargestAmounts_DoesNotOverflow() =>
        Assert.True(Rule.Of(new(long.MaxValue, long.MaxValue, 0, 0)) > 0);
}

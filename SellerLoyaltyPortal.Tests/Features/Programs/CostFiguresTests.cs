using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs;

public sealed class CostFiguresTests
{
    [Fact]
    public void DetailsAt_OnlineRetail_IsTheDesignsRollOff()
    {
        var figures = CostFigures.Of(OnlineRetail.Columns, EligibilityRule.Default, OnlineRetail.AsOf);

        var details = figures.DetailsAt(Money.FromUnits(1_000));

        Assert.Equal((43, 121, 197), details.RollOff);
        Assert.Equal(6, details.Sensitivity.Count);
        var own = Assert.Single(details.Sensitivity, l => l.IsOwn);
        Assert.Equal(
            ("PriceBase.SellerPrice", "ReturnRule.OriginalDate"),
            (own.PriceBaseKey, own.ReturnRuleKey)
        );
        Assert.Equal((1_595, 0), (own.Buyers, own.Difference));
        Assert.All(details.Sensitivity, l => Assert.Equal(l.Buyers - 1_595, l.Difference));
    }
}

using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>What pages, which do not know the columns, call things of the columns.</summary>
public static class AnalyticsNames
{
    /// <summary>The rule's price base.</summary>
    public static ValuePrice Of(EligibilityRule rule) =>
        rule.PriceBase switch
        {
            PriceBase.PricePaid => ValuePrice.Paid,
            PriceBase.SellerPrice => ValuePrice.Seller,
            PriceBase.ListPrice => ValuePrice.List,
        };

    internal static PriceBase BaseOf(ValuePrice price) =>
        price switch
        {
            ValuePrice.Paid => PriceBase.PricePaid,
            ValuePrice.Seller => PriceBase.SellerPrice,
            ValuePrice.List => PriceBase.ListPrice,
        };
}

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>What can be wrong with a row of costs.</summary>
public enum GoodsCostFault
{
    TwoColumnsNeeded,
    ArticleIsEmpty,
    ArticleIsNoArticle,
    NotAnAmount,
    CostOutOfLimits,

    /// <summary>The article stands in an earlier row with another cost.</summary>
    TwoCosts,

    /// <summary>The rows from this one on were not read.</summary>
    TooManyRows,
}

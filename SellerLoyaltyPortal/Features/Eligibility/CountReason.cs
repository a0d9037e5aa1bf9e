namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>Why a line counts toward a total on a date, or does not.</summary>
public enum CountReason
{
    /// <summary>It lies in the window.</summary>
    Counted,

    /// <summary>It lies in the window; what was returned of it is taken off.</summary>
    CountedLessReturn,

    /// <summary>It lies before the first day of the window.</summary>
    BeforeWindow,

    /// <summary>It lies after the as-of date.</summary>
    AfterAsOf,

    /// <summary>It was bought with the loyalty discount, which the rule does not count.</summary>
    DiscountedNotCounted,
}

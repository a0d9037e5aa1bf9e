using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Overview;

/// <summary>A launched offer against the buyers of the as-of date.</summary>
/// <param name="Qualified">Buyers whose total reaches the threshold.</param>
/// <param name="Near">Buyers whom one typical order would lift over it.</param>
/// <param name="Gained">Qualify now and did not <see cref="LoadOverview.ChangeDays"/> days before.</param>
/// <param name="Lost">Qualified then and do not now.</param>
/// <param name="LeavingSoon">Would fall under the threshold within as many days without a further purchase.</param>
public sealed record OfferStanding(
    ProgramDetails Program,
    Money Threshold,
    Percent Discount,
    int Qualified,
    Money QualifiedRevenue,
    int Near,
    int Gained,
    int Lost,
    int LeavingSoon
);

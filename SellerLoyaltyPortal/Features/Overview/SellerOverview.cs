using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Overview;

/// <summary>How a seller stands on one business day.</summary>
/// <param name="Window">Days whose purchases count, both ends in.</param>
/// <param name="RuleTerms">Keys of the texts that say how totals count; see <see cref="Programs.RuleTerms"/>.</param>
/// <param name="Buyers">Buyers with a counted purchase in the window.</param>
/// <param name="Revenue">Their total in the window, net of returns, at the rule's price base.</param>
/// <param name="BuyersBefore">The same a window's length earlier; null where the ledger does not reach that far.</param>
/// <param name="RevenueBefore">See <paramref name="BuyersBefore"/>.</param>
/// <param name="TypicalOrder">Median order value in the window.</param>
/// <param name="SecondPurchase">
/// Share of first-time buyers who buy again within <see cref="LoadOverview.RepeatDays"/> days (Kaplan–Meier);
/// null while nobody was watched for that long.
/// </param>
/// <param name="Offer">The running or scheduled program against today's buyers; null where there is none.</param>
public sealed record SellerOverview(
    SellerDay Day,
    DayNumber AsOf,
    DayRange Window,
    IReadOnlyList<string> RuleTerms,
    int Buyers,
    Money Revenue,
    int? BuyersBefore,
    Money? RevenueBefore,
    Money TypicalOrder,
    double? SecondPurchase,
    OfferStanding? Offer,
    IReadOnlyList<MonthRevenue> Months,
    IReadOnlyList<OverviewAlert> Alerts
);

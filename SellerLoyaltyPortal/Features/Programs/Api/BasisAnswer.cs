using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>What the numbers beside it rest on.</summary>
/// <param name="AsOf">Last day of the window.</param>
/// <param name="WindowFirst">First day of the window.</param>
/// <param name="TimeZone">IANA name of the zone whose calendar dates are the business days.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Rule">How totals are counted.</param>
/// <param name="LedgerSequence">The state of the ledger; it grows with every stored line.</param>
/// <param name="LedgerFirst">Day of the first purchase; null for an empty ledger.</param>
/// <param name="LedgerLast">Day of the last purchase; null for an empty ledger.</param>
/// <param name="LedgerSaysNothing">The ledger has no purchase in the window: the numbers are not zero, they are unknown.</param>
public sealed record BasisAnswer(
    string AsOf,
    string WindowFirst,
    string TimeZone,
    string Currency,
    OfferAnswer.RuleAnswer Rule,
    long LedgerSequence,
    string? LedgerFirst,
    string? LedgerLast,
    bool LedgerSaysNothing
)
{
    internal static BasisAnswer Of(
        SellerAccess access,
        LedgerSnapshot ledger,
        EligibilityRule rule,
        DayNumber asOf
    )
    {
        var window = rule.WindowOn(asOf);
        return new(
            asOf.ToString(),
            window.First.ToString(),
            access.Calendar.Zone.Id,
            access.Currency.Code,
            OfferAnswer.Of(rule),
            ledger.Sequence,
            ledger.FirstDay?.ToString(),
            ledger.LastDay?.ToString(),
            ledger.LastDay is not { } last || last < window.First || ledger.FirstDay > window.Last
        );
    }
}

using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>What the workbook of qualifying and near buyers says, calculated.</summary>
public sealed record QualifyingReport
{
    public required SellerAccess Access { get; init; }

    public required Money Threshold { get; init; }

    public required Percent Discount { get; init; }

    /// <summary>Every buyer's total on the as-of date.</summary>
    public required BuyerTotals Totals { get; init; }

    public required QualifyingBuyers Buyers { get; init; }

    /// <summary>Null where no order in the window has a value: then nobody is near.</summary>
    public required Money? TypicalOrder { get; init; }

    /// <summary>First and last day with a purchase; null for an empty ledger.</summary>
    public required DayRange? Ledger { get; init; }

    public required long LedgerSequence { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public Money QualifyingTotal
    {
        get
        {
            var total = Money.Zero;
            for (var i = 0; i < Buyers.QualifyingCount; i++)
                total += Buyers[i].Total;
            return total;
        }
    }
}

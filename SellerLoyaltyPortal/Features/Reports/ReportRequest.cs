using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>Who asks for a report, with what, and when.</summary>
public sealed record ReportRequest(SellerAccess Access, SellerDay Day, ReportInputs Inputs, DateTimeOffset At)
{
    /// <summary>The as-of date that was asked for, or the seller's own.</summary>
    public DayNumber AsOf() => Inputs.Day(ReportInput.AsOf, Day.DefaultAsOf);
}

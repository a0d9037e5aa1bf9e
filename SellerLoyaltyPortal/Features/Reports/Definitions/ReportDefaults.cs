using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Definitions;

/// <summary>The offer that a report looks at where no program runs and none is asked for: the constructor's start.</summary>
internal static class ReportDefaults
{
    public static readonly Money Threshold = Money.FromUnits(5_000);

    public static readonly Percent Discount = Percent.FromWhole(10);
}

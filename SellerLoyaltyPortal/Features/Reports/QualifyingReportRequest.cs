using System.Globalization;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>
/// Which report is asked for. It is not held against the constructor's limits: looking at a threshold that
/// nobody may launch does no harm.
/// </summary>
/// <param name="Threshold">More than zero.</param>
/// <param name="Discount">Stands on the definitions sheet; it changes no row.</param>
/// <param name="AsOf">Null for the seller's default day.</param>
public sealed record QualifyingReportRequest(Money Threshold, Percent Discount, DayNumber? AsOf)
{
    /// <summary>Whole units; beyond it sums would not be shown exactly.</summary>
    public const long HighestThreshold = 1_000_000_000;

    /// <summary>Reads the values of an address. Says everything that is wrong.</summary>
    public static Result<QualifyingReportRequest> Parse(string? threshold, string? discount, string? asOf)
    {
        var errors = new List<Error>();
        if (Whole(threshold) is not { } units || units is < 1 or > HighestThreshold)
        {
            errors.Add(new("ThresholdInAddress", nameof(threshold), HighestThreshold));
            units = 0;
        }
        if (Whole(discount) is not { } percent || percent is < 1 or > 100)
        {
            errors.Add(new("DiscountInAddress", nameof(discount)));
            percent = 0;
        }
        var day = DayNumber.TryParse(asOf);
        if (!string.IsNullOrEmpty(asOf) && day is null)
            errors.Add(new("AsOfInAddress", nameof(asOf)));
        return errors.Count > 0
            ? Result<QualifyingReportRequest>.Failure(errors)
            : new QualifyingReportRequest(Money.FromUnits(units), Percent.FromWhole((int)percent), day);
    }

    private static long? Whole(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}

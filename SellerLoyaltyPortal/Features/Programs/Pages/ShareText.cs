using System.Globalization;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>Shares as people type them in percent: with a comma or a point, up to two decimals.</summary>
internal static class ShareText
{
    public static string Write(Percent share) =>
        share.ToDecimal().ToString("0.##", CultureInfo.CurrentCulture);

    /// <summary>Null where it is no share, or one of more decimals than are kept.</summary>
    public static Percent? Read(string? text)
    {
        var plain = (text ?? "").Trim().TrimEnd('%').Trim().Replace(',', '.');
        return
            decimal.TryParse(
                plain,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var percent
            )
            && percent <= 10_000
            && decimal.Truncate(percent * 100) == percent * 100
            ? new Percent((int)(percent * 100))
            : null;
    }
}

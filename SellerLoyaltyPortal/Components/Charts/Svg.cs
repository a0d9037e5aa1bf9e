using System.Globalization;

namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>Numbers for SVG and CSS: always invariant.</summary>
public static class Svg
{
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}

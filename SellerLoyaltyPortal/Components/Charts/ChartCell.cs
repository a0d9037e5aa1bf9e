using System.Globalization;
using System.Runtime.InteropServices;

namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>A value of a chart's table: as a person reads it, and in full for a program.</summary>
/// <param name="Text">In the reader's language.</param>
/// <param name="Exact">Invariant, not rounded; goes into the CSV.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ChartCell(string Text, string Exact)
{
    /// <summary>A name: the same for both.</summary>
    public static ChartCell Of(string text) => new(text, text);

    public static ChartCell Of(double value, string text) =>
        new(text, value.ToString("R", CultureInfo.InvariantCulture));

    public static ChartCell Of(long value, string text) =>
        new(text, value.ToString(CultureInfo.InvariantCulture));

    public static ChartCell Of(decimal value, string text) =>
        new(text, value.ToString(CultureInfo.InvariantCulture));
}

using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>The constructor's point as it stands in the address, so that a link or a reload shows the same.</summary>
internal static class ConstructorAddress
{
    /// <summary>The query: <c>?threshold=5000&amp;discount=10&amp;life=30&amp;asOf=2011-12-09</c>.</summary>
    /// <param name="point">Its usual rule beside other discounts is left out.</param>
    /// <param name="asOf">Null for the default day, which moves with the calendar and is left out.</param>
    public static string Query(ConstructorPoint point, DayNumber? asOf)
    {
        var stacking =
            point.Stacking == StackingPolicy.BestForBuyer ? "" : "&stacking=" + point.Stacking.ToString();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"?threshold={point.Threshold}&discount={point.Discount}&life={point.LifeDays}{stacking}{(asOf is { } day ? $"&asOf={day}" : "")}"
        );
    }

    /// <summary>What an address says, unread; null for what it leaves out.</summary>
    public static (string? Threshold, string? Discount, string? Life, string? Stacking, string? AsOf) Parts(
        string address
    )
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        return (Of("threshold"), Of("discount"), Of("life"), Of("stacking"), Of("asOf"));

        string? Of(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;
    }

    /// <summary>The program that an address is about; null for a new offer.</summary>
    public static long? ProgramId(string address) => Whole(new Uri(address).Segments[^1].TrimEnd('/'));

    /// <summary>The rule beside other discounts; null where there is none or a wrong one.</summary>
    public static StackingPolicy? Stacking(string? text) =>
        Enum.TryParse<StackingPolicy>(text, out var policy)
        && Enum.IsDefined(policy)
        && string.Equals(policy.ToString(), text, StringComparison.Ordinal)
            ? policy
            : null;

    /// <summary>The threshold in the address, in whole units; null where there is none or a wrong one.</summary>
    public static long? Threshold(string? text, ProgramLimits limits) =>
        Whole(text) is { } units
        && units <= limits.HighestThreshold
        && MechanicValidation.CheckThreshold(Money.FromUnits(units), limits) is null
            ? units
            : null;

    public static int? Discount(string? text, ProgramLimits limits) =>
        Whole(text) is >= 0 and <= 100 and var percent
        && MechanicValidation.CheckDiscount(Percent.FromWhole((int)percent), limits) is null
            ? (int)percent
            : null;

    public static int? LifeDays(string? text, ProgramLimits limits) =>
        Whole(text) is >= 0 and <= 100_000 and var days
        && MechanicValidation.CheckLife((int)days, limits).Count == 0
            ? (int)days
            : null;

    private static long? Whole(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}

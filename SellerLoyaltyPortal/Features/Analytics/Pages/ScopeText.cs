using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Pages;

/// <summary>Whom and which date a curve is about, in a few words.</summary>
internal static class ScopeText
{
    /// <param name="texts">The texts.</param>
    /// <param name="scope">What is named.</param>
    /// <param name="other">What it is told apart from: the date is named where the two dates differ.</param>
    /// <param name="currency">Of the totals.</param>
    public static string Of(
        IStringLocalizer<AnalyticsText> texts,
        AnalyticsScope scope,
        AnalyticsScope? other,
        Currency currency
    )
    {
        var filter = scope.Filter;
        var parts = new List<string>();
        if (filter.Segment is { } segment)
            parts.Add(texts["Segment" + segment]);
        if (filter.WithDiscount is { } with)
            parts.Add(texts[with ? "ProgramWith" : "ProgramWithout"]);
        if (filter.AtLeast is not null || filter.Below is not null)
            parts.Add(BandText.Of(texts, filter.AtLeast, filter.Below, currency));
        if (filter.FirstFrom is not null || filter.FirstTo is not null)
            parts.Add(texts["FirstBetween", DayText(filter.FirstFrom), DayText(filter.FirstTo)]);
        if (filter.Category is { } category)
            parts.Add(category);
        if (parts.Count == 0)
            parts.Add(texts["AllBuyers"]);
        if (other is not null && other.AsOf != scope.AsOf)
            parts.Add(texts["OnDate", Display.DateShort(scope.AsOf)]);
        return string.Join(" · ", parts);
    }

    private static string DayText(DayNumber? day) => day is { } known ? Display.DateShort(known) : "…";
}

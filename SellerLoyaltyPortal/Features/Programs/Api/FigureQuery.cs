using System.Globalization;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>Reads what an address asks for.</summary>
internal static class FigureQuery
{
    /// <returns>Null where nothing is asked, or something wrong, which is then among the errors.</returns>
    public static DayNumber? Day(string? text, List<Error> errors)
    {
        if (text is null)
            return null;
        var day = DayNumber.TryParse(text);
        if (day is null || day < DayNumber.Of(1900, 1, 1) || day > DayNumber.Of(2200, 1, 1))
            errors.Add(new("DayIsNotADate", "asOf"));
        return day;
    }

    public static int Days(string? text, int usual, List<Error> errors)
    {
        if (text is null)
            return usual;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days))
            return days;
        errors.Add(new("DaysAreNotANumber", "life"));
        return usual;
    }

    public static ThresholdDiscount? Offer(string? threshold, string? discount, List<Error> errors)
    {
        var hasThreshold = long.TryParse(
            threshold,
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var amount
        );
        if (!hasThreshold)
            errors.Add(new("ThresholdIsNotAnAmount", "threshold"));
        var hasDiscount = decimal.TryParse(
            discount,
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var percent
        );
        if (!hasDiscount || percent > 100 || decimal.Round(percent, 2) != percent)
            errors.Add(new("PercentIsOutOfRange", "discount"));
        return errors.Count > 0
            ? null
            : new(new Money(amount), new Percent((int)(percent * 100)), EligibilityRule.Default);
    }

    /// <summary>The address's name of what a rule is about.</summary>
    public static string NameOf(string? path) =>
        path switch
        {
            nameof(ThresholdDiscount.Threshold) => "threshold",
            nameof(ThresholdDiscount.Discount) => "discount",
            _ => "life",
        };
}

using System.Globalization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Components.Inputs;

/// <summary>A day as a person types it, in the language of the page; ISO 8601 is read in every language.</summary>
public static class DayText
{
    // The day first, as both languages write it; English has names of months instead of an order to guess.
    private static readonly string[] Forms =
    [
        "yyyy-M-d",
        "d.M.yyyy",
        "d/M/yyyy",
        "d MMM yyyy",
        "d MMMM yyyy",
        "d MMM. yyyy",
    ];

    /// <summary>What stands in the field: 09.12.2011, 9 Dec 2011.</summary>
    public static string Of(DayNumber? day) =>
        day is { } known ? Display.DateShort(known).Replace('\u00A0', ' ') : "";

    /// <summary>Reads what was typed; null where it is no day.</summary>
    public static DayNumber? Read(string? text)
    {
        var typed = (text ?? "").Replace('\u00A0', ' ').Trim();
        foreach (var culture in (CultureInfo[])[Display.DateCulture, CultureInfo.InvariantCulture])
            if (DateOnly.TryParseExact(typed, Forms, culture, DateTimeStyles.None, out var date))
                return DayNumber.From(date);
        return null;
    }
}

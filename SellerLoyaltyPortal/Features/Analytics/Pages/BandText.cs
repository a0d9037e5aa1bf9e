using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Pages;

/// <summary>What a band of totals is called.</summary>
internal static class BandText
{
    public static string Of(
        IStringLocalizer<AnalyticsText> texts,
        Money? from,
        Money? below,
        Currency currency
    ) =>
        (from, below) switch
        {
            (null, { } top) => texts["BandBelow", Display.Money(top, currency)],
            ({ } low, null) => texts["BandFrom", Display.Money(low, currency)],
            ({ } low, { } top) => texts[
                "BandBetween",
                Display.Money(low, currency),
                Display.Money(top, currency)
            ],
            _ => texts["Everybody"],
        };
}

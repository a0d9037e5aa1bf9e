using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>Of what the constructor's figures are, in one sentence.</summary>
internal static class FiguresBasis
{
    /// <summary>Window, as-of date, price base, returns, time zone, and the ledger as the source.</summary>
    public static string Of(
        IStringLocalizer<ConstructorText> texts,
        ConstructorFigures figures,
        string zone
    ) =>
        texts[
            "WhyBasis",
            Display.Range(figures.Window),
            Display.Date(figures.AsOf),
            texts["PriceBase." + figures.PriceBase],
            texts["ReturnRule." + figures.ReturnRule],
            zone
        ];
}

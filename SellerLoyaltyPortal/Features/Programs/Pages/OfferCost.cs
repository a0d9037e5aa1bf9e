using SellerLoyaltyPortal.Features.Programs.Economics;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>What a point of the constructor costs, with what it was calculated from.</summary>
/// <param name="Program">At the point's threshold and discount.</param>
/// <param name="Shares">d, k, c, v as the person reads them.</param>
/// <param name="Whence">Window, as-of date, prices, time zone, and where the shares come from.</param>
public sealed record OfferCost(
    ProgramCost Program,
    IReadOnlyList<(string Label, string Value)> Shares,
    string Whence
)
{
    public UnitMargins Margins => Program.Margins;
}

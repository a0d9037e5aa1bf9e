namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>The offer that holds on the business day, with the choices that its numbers rest on.</summary>
/// <param name="Id">Of the program.</param>
/// <param name="Version">Of the program: every change of a running one is a new version.</param>
/// <param name="Percent">What who qualifies gets.</param>
/// <param name="Threshold">In 1/10,000 of the currency unit.</param>
/// <param name="WindowDays">Business days that count, the last one included.</param>
/// <param name="PriceBase"><c>listPrice</c>, <c>sellerPrice</c> or <c>pricePaid</c>.</param>
/// <param name="ReturnRule"><c>originalDate</c> or <c>returnDate</c>.</param>
/// <param name="Stacking"><c>bestForBuyer</c>, <c>loyaltyAlways</c> or <c>loyaltyNeverOverPromotion</c>.</param>
/// <param name="From">First day of the version.</param>
/// <param name="LastDay">Its last day as far as that is decided; null while open.</param>
public sealed record RunningOffer(
    long Id,
    int Version,
    decimal Percent,
    long Threshold,
    int WindowDays,
    string PriceBase,
    string ReturnRule,
    string Stacking,
    string From,
    string? LastDay
);

using SellerLoyaltyPortal.Features.Programs.Storefront;

namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>What a buyer gets at the seller now. Amounts in 1/10,000 of the currency unit.</summary>
/// <param name="BuyerId">As it was asked.</param>
/// <param name="Percent">0 where the buyer has no discount.</param>
/// <param name="Reason"><c>qualifies</c>, <c>belowThreshold</c>, <c>unknownBuyer</c> or <c>noProgram</c>.</param>
/// <param name="Total">What counts for the buyer in the window.</param>
/// <param name="Threshold">Null where nothing is offered.</param>
/// <param name="Missing">How far the next step is; null where there is none.</param>
/// <param name="Until">Last day of the buyer's discount if they buy nothing more, as far as is decided; null without one.</param>
/// <param name="Hint">What to tell the buyer; null where nothing is offered.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="BusinessDay">The as-of date.</param>
/// <param name="ValidUntil">When windows and versions move on; purchases show within a second.</param>
/// <param name="Program">The offer; null where nothing is offered.</param>
public sealed record BuyerDiscountAnswer(
    string BuyerId,
    decimal Percent,
    string Reason,
    long Total,
    long? Threshold,
    long? Missing,
    string? Until,
    OfferHint? Hint,
    string Currency,
    string BusinessDay,
    string ValidUntil,
    RunningOffer? Program
);

using System.Text.Json;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs.Mechanics;

namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>What a program offers. Amounts in 1/10,000 of the currency unit.</summary>
/// <param name="Kind"><c>thresholdDiscount</c>.</param>
/// <param name="Percent">Off everything, for who qualifies.</param>
/// <param name="Threshold">The total from which a buyer qualifies.</param>
/// <param name="Rule">How the total is counted.</param>
/// <param name="Stacking"><c>bestForBuyer</c>, <c>loyaltyAlways</c> or <c>loyaltyNeverOverPromotion</c>.</param>
public sealed record OfferAnswer(
    string Kind,
    decimal Percent,
    long Threshold,
    OfferAnswer.RuleAnswer Rule,
    string Stacking
)
{
    /// <param name="WindowDays">Business days that count, the last one included.</param>
    /// <param name="PriceBase"><c>listPrice</c>, <c>sellerPrice</c> or <c>pricePaid</c>.</param>
    /// <param name="ReturnRule"><c>originalDate</c> or <c>returnDate</c>: from which day a return is taken.</param>
    /// <param name="Boundary"><c>atLeast</c>: a total of exactly the threshold qualifies; <c>above</c>: it does not.</param>
    /// <param name="CountDiscounted">Whether purchases with the loyalty discount count.</param>
    public sealed record RuleAnswer(
        int WindowDays,
        string PriceBase,
        string ReturnRule,
        string Boundary,
        bool CountDiscounted
    );

    internal static OfferAnswer Of(Mechanic mechanic) =>
        mechanic.Kind switch
        {
            MechanicKind.ThresholdDiscount => Of((ThresholdDiscount)mechanic),
        };

    internal static RuleAnswer Of(EligibilityRule rule) =>
        new(
            rule.WindowDays,
            Word(rule.PriceBase),
            Word(rule.ReturnRule),
            Word(rule.Boundary),
            rule.CountDiscounted
        );

    /// <summary>A choice as it stands in JSON.</summary>
    internal static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static OfferAnswer Of(ThresholdDiscount offer) =>
        new(
            Word(offer.Kind),
            offer.Discount.ToDecimal(),
            offer.Threshold.TenThousandths,
            Of(offer.Rule),
            Word(offer.Stacking)
        );
}

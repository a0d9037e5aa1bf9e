using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>An offer in words.</summary>
internal static class OfferText
{
    /// <summary>What buyers get: "10 % off all goods for buyers who …".</summary>
    public static string Describe(
        this IStringLocalizer<ProgramsText> texts,
        Mechanic mechanic,
        Currency currency
    ) =>
        mechanic.Kind switch
        {
            MechanicKind.ThresholdDiscount => Describe(texts, (ThresholdDiscount)mechanic, currency),
        };

    /// <summary>How it counts: price base and return rule.</summary>
    public static string DescribeRule(this IStringLocalizer<ProgramsText> texts, Mechanic mechanic) =>
        string.Join("; ", RuleTerms.KeysOf(mechanic).Select(key => texts[key].Value));

    private static string Describe(
        IStringLocalizer<ProgramsText> texts,
        ThresholdDiscount offer,
        Currency currency
    ) =>
        texts[
            offer.Rule.Boundary switch
            {
                ThresholdBoundary.AtLeast => "Offer.ThresholdDiscount",
                ThresholdBoundary.Above => "Offer.ThresholdDiscountAbove",
            },
            Display.Percentage(offer.Discount),
            Display.Money(offer.Threshold, currency),
            texts.Plural("WindowDays", offer.Rule.WindowDays)
        ];
}

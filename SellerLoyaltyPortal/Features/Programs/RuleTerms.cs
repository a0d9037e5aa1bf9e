using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs.Mechanics;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Keys of the texts that say how an offer counts: price base and return rule.</summary>
public static class RuleTerms
{
    public static IReadOnlyList<string> KeysOf(Mechanic mechanic) =>
        mechanic.Kind switch
        {
            MechanicKind.ThresholdDiscount => KeysOf(((ThresholdDiscount)mechanic).Rule),
        };

    public static IReadOnlyList<string> KeysOf(EligibilityRule rule) =>
        [$"PriceBaseNote.{rule.PriceBase}", $"ReturnRuleNote.{rule.ReturnRule}"];
}

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>A threshold under one way of counting.</summary>
/// <param name="PriceBaseKey">Key of the price base's text.</param>
/// <param name="ReturnRuleKey">Key of the return rule's text.</param>
/// <param name="Buyers">Who would qualify.</param>
/// <param name="Difference">To the rule that the offer has.</param>
/// <param name="IsOwn">This is that rule.</param>
public sealed record SensitivityLine(
    string PriceBaseKey,
    string ReturnRuleKey,
    int Buyers,
    int Difference,
    bool IsOwn
);

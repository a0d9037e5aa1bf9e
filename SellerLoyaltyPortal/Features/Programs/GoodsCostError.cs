namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>A row of costs that can't be taken.</summary>
/// <param name="Row">From 1, blank rows counted.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="Value">What stands there, shortened.</param>
public sealed record GoodsCostError(int Row, GoodsCostFault Fault, string Value);

using SellerLoyaltyPortal.Features.Api;

namespace SellerLoyaltyPortal.Features.Purchases.Api;

/// <summary>What became of a batch whose good lines are stored and durable.</summary>
/// <param name="Stored">Lines that are new.</param>
/// <param name="Corrected">Lines that replaced a lower version.</param>
/// <param name="Unchanged">Lines that were there already, with this content or with a higher version.</param>
/// <param name="Refused">Lines that were not taken; everything else was.</param>
/// <param name="Results">One entry a line, in the order of the batch.</param>
public sealed record PurchaseBatchAnswer(
    int Stored,
    int Corrected,
    int Unchanged,
    int Refused,
    IReadOnlyList<PurchaseBatchAnswer.Line> Results
)
{
    /// <param name="Index">Position in the batch, from 0.</param>
    /// <param name="LineId">As it was sent; null where it is missing.</param>
    /// <param name="Outcome"><c>stored</c>, <c>corrected</c>, <c>unchanged</c> or <c>refused</c>.</param>
    /// <param name="Problems">Why it was refused; null for the others.</param>
    public sealed record Line(
        int Index,
        string? LineId,
        string Outcome,
        IReadOnlyList<ApiInvalid.Problem>? Problems
    );
}

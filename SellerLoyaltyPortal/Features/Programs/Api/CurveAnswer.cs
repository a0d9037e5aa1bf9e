namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>
/// The exact curve: every total that some buyer has, with the buyers who would qualify there. Nothing is thinned;
/// what does not fit into a page is in the next one.
/// </summary>
/// <param name="Basis">Window, date and rule.</param>
/// <param name="Buyers">With anything that counts in the window.</param>
/// <param name="Revenue">Their totals together.</param>
/// <param name="TypicalOrder">Median order in the window; what "one order away" is measured by.</param>
/// <param name="Steps">Ascending by total.</param>
/// <param name="Next">Sent as <c>cursor</c> it brings the next page; null on the last one.</param>
public sealed record CurveAnswer(
    BasisAnswer Basis,
    int Buyers,
    long Revenue,
    long TypicalOrder,
    IReadOnlyList<CurveAnswer.Step> Steps,
    string? Next
)
{
    /// <param name="Total">In 1/10,000 of the currency unit.</param>
    /// <param name="Buyers">With that total or more.</param>
    /// <param name="Revenue">Their totals together.</param>
    public sealed record Step(long Total, int Buyers, long Revenue);
}

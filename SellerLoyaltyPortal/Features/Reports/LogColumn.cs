namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>A column of texts in a <see cref="LogTable"/>.</summary>
/// <param name="Title">In the reader's language.</param>
/// <param name="Width">In characters.</param>
public sealed record LogColumn(string Title, double Width);

namespace SellerLoyaltyPortal.Features.Reports;

/// <summary>One line of a <see cref="LogTable"/>.</summary>
/// <param name="At">Shown in UTC.</param>
/// <param name="Texts">In the order of the columns; null leaves a cell empty.</param>
public sealed record LogRow(DateTimeOffset At, IReadOnlyList<string?> Texts);

namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>One colour of a <see cref="StackedColumns"/>: a value for each column.</summary>
/// <param name="Name">Stands in the legend.</param>
/// <param name="Values">As many as there are columns; a negative one is not drawn.</param>
public sealed record ColumnPart(string Name, IReadOnlyList<double> Values);

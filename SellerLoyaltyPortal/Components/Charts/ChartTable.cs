namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>
/// The values of a chart: what its table shows, its keyboard reads out and its CSV holds. Rows stand in the order
/// of the chart's stops.
/// </summary>
/// <param name="Columns">The first names what the x axis counts.</param>
/// <param name="Rows">As many cells as there are columns.</param>
public sealed record ChartTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<ChartCell>> Rows)
{
    /// <summary>Index of the row that is chosen on the chart; -1 for none.</summary>
    public int Current { get; init; } = -1;
}

namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>One line of a <see cref="SeriesChart"/>.</summary>
/// <param name="Name">Stands at the line's end, and in the legend.</param>
/// <param name="Points">By ascending x.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>Lower and upper edge of a band around the line, as many as there are points; empty for none.</summary>
    public IReadOnlyList<(double Low, double High)> Band { get; init; } = [];

    public ChartLine Line { get; init; } = ChartLine.Main;

    /// <summary>Level up to each point, then a step, instead of straight from point to point.</summary>
    public bool IsStepped { get; init; }
}

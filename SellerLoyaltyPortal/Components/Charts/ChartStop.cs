namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>A place on the x axis at which a chart tells its exact values.</summary>
/// <param name="X">The value on the axis.</param>
/// <param name="From">Left edge of the strip that stands for it, in the chart's units.</param>
/// <param name="To">Right edge of the strip.</param>
/// <param name="Values">What is there: the series and its value.</param>
public sealed record ChartStop(
    double X,
    double From,
    double To,
    IReadOnlyList<(ChartSeries Series, double Y)> Values
);

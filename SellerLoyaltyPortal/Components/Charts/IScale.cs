namespace SellerLoyaltyPortal.Components.Charts;

/// <summary>Maps values of an axis to positions in a chart's own units and back.</summary>
public interface IScale
{
    double Position(double value);

    double Value(double position);

    /// <summary>Values worth a label, ascending, within the axis.</summary>
    IReadOnlyList<double> Ticks(int about);
}

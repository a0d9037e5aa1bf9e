namespace SellerLoyaltyPortal.Features.Operations.Metrics;

/// <summary>How Prometheus reads an instrument.</summary>
internal enum InstrumentKind
{
    /// <summary>Only grows.</summary>
    Counter,

    /// <summary>Goes up and down.</summary>
    Gauge,

    /// <summary>Measurements by size.</summary>
    Histogram,
}

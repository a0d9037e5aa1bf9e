using System.Diagnostics.Metrics;
using System.Globalization;

namespace SellerLoyaltyPortal.Frame;

/// <summary>How often somebody was refused, for a collector of metrics. By status, and of nobody.</summary>
internal sealed class RefusalMeter
{
    public const string Name = "SellerLoyaltyPortal.Frame";

    private readonly Counter<long> _refusals;

    public RefusalMeter(IMeterFactory meters) =>
        _refusals = meters
            .Create(Name)
            .CreateCounter<long>(
                "portal.refusals",
                description: "Requests that were refused, by the status that was answered: 404 is what is somebody else's."
            );

    public void Count(int status) =>
        _refusals.Add(
            1,
            new KeyValuePair<string, object?>("kind", status.ToString(CultureInfo.InvariantCulture))
        );
}

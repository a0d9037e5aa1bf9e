using SellerLoyaltyPortal.Features.Analytics.Numerics;

namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>BG/NBD parameters fitted by maximum likelihood.</summary>
/// <param name="Parameters">Where the likelihood is greatest.</param>
/// <param name="Quality">In the order r, α, a, b.</param>
/// <param name="Buyers">How many buyers it was fitted to.</param>
public sealed record BgNbdFit(BgNbdParameters Parameters, FitQuality Quality, int Buyers)
{
    /// <param name="groups">The buyers' histories.</param>
    /// <param name="start">Where to start; the default suits any unit of time.</param>
    /// <param name="cancellation">Ends the work early with an exception.</param>
    public static BgNbdFit To(
        HistoryGroups groups,
        BgNbdParameters? start = null,
        CancellationToken cancellation = default
    )
    {
        if (start is null && groups.Counts.Length > ParetoNbdFit.ManyGroups)
            start = Maximum(groups.Coarse(), null, cancellation).Parameters;
        return Maximum(groups, start, cancellation);
    }

    private static BgNbdFit Maximum(
        HistoryGroups groups,
        BgNbdParameters? start,
        CancellationToken cancellation
    )
    {
        var from = start ?? new(1, Math.Max(groups.MeanAge(), 1e-6), 1, 3);
        Span<double> point = [from.R, from.Alpha, from.A, from.B];
        var quality = MaximumLikelihood.Maximize(new BgNbdLikelihood(groups), point, cancellation);
        return new(new(point[0], point[1], point[2], point[3]), quality, groups.Buyers);
    }
}

using SellerLoyaltyPortal.Features.Analytics.Numerics;

namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>Pareto/NBD parameters fitted by maximum likelihood.</summary>
/// <param name="Parameters">Where the likelihood is greatest.</param>
/// <param name="Quality">In the order r, α, s, β.</param>
/// <param name="Buyers">How many buyers it was fitted to.</param>
public sealed record ParetoNbdFit(ParetoNbdParameters Parameters, FitQuality Quality, int Buyers)
{
    /// <summary>From here on the first steps are taken on rounded histories, the last ones on the real ones.</summary>
    internal const int ManyGroups = 20_000;

    /// <param name="groups">The buyers' histories.</param>
    /// <param name="start">Where to start; the default suits any unit of time.</param>
    /// <param name="cancellation">Ends the work early with an exception.</param>
    public static ParetoNbdFit To(
        HistoryGroups groups,
        ParetoNbdParameters? start = null,
        CancellationToken cancellation = default
    )
    {
        if (start is null && groups.Counts.Length > ManyGroups)
            start = Maximum(groups.Coarse(), null, cancellation).Parameters;
        return Maximum(groups, start, cancellation);
    }

    private static ParetoNbdFit Maximum(
        HistoryGroups groups,
        ParetoNbdParameters? start,
        CancellationToken cancellation
    )
    {
        var age = Math.Max(groups.MeanAge(), 1e-6);
        var from = start ?? new(1, age, 1, age);
        Span<double> point = [from.R, from.Alpha, from.S, from.Beta];
        var quality = MaximumLikelihood.Maximize(new ParetoNbdLikelihood(groups), point, cancellation);
        return new(new(point[0], point[1], point[2], point[3]), quality, groups.Buyers);
    }
}

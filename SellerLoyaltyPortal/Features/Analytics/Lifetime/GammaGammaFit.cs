using SellerLoyaltyPortal.Features.Analytics.Numerics;

namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>Gamma-Gamma parameters fitted by maximum likelihood.</summary>
/// <param name="Parameters">Where the likelihood is greatest.</param>
/// <param name="Quality">In the order p, q, γ.</param>
/// <param name="Buyers">Buyers with repeat purchases worth more than nothing: those it was fitted to.</param>
public sealed record GammaGammaFit(GammaGammaParameters Parameters, FitQuality Quality, int Buyers)
{
    /// <param name="buyers">
    /// All buyers: those without a repeat, or whose repeats were free (or taken back), say nothing of spend and
    /// are left out.
    /// </param>
    /// <param name="start">Where to start; the default suits any currency.</param>
    /// <param name="cancellation">Ends the work early with an exception.</param>
    /// <exception cref="ArgumentException">No buyer is left, or a mean spend is not finite.</exception>
    public static GammaGammaFit To(
        ReadOnlySpan<CustomerSummary> buyers,
        GammaGammaParameters? start = null,
        CancellationToken cancellation = default
    )
    {
        var likelihood = new GammaGammaLikelihood(buyers);
        var from = start ?? new(2, 3, likelihood.MeanSpend);
        Span<double> point = [from.P, from.Q, from.V];
        var quality = MaximumLikelihood.Maximize(likelihood, point, cancellation);
        return new(new(point[0], point[1], point[2]), quality, likelihood.Buyers);
    }
}

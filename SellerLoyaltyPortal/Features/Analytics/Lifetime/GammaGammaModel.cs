namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>What the Gamma-Gamma model says of spend once its parameters are known.</summary>
public sealed class GammaGammaModel
{
    private readonly double _p;
    private readonly double _q;
    private readonly double _v;

    /// <exception cref="ArgumentOutOfRangeException">A parameter is not positive and finite.</exception>
    public GammaGammaModel(GammaGammaParameters parameters)
    {
        (_p, _q, _v) = parameters;
        foreach (var parameter in (ReadOnlySpan<double>)[_p, _q, _v])
        {
            if (!(parameter > 0) || !double.IsFinite(parameter))
                throw new ArgumentOutOfRangeException(
                    nameof(parameters),
                    parameters,
                    "Parameters are positive."
                );
        }
        Parameters = parameters;
    }

    public GammaGammaParameters Parameters { get; }

    /// <summary>Mean spend over all buyers; infinite when q ≤ 1, where the model has no mean.</summary>
    public double MeanSpend => _q > 1 ? _p * _v / (_q - 1) : double.PositiveInfinity;

    /// <summary>
    /// What a purchase of this buyer is expected to be worth (note 025, equation 5): between their own mean and
    /// everybody's, nearer to their own the more they have bought. Infinite where the model has no mean.
    /// </summary>
    public double ExpectedSpend(in CustomerSummary buyer)
    {
        var (x, m) = buyer.MeanRepeatSpend > 0 ? (buyer.RepeatPurchases, buyer.MeanRepeatSpend) : (0, 0);
        var weight = _p * x + _q - 1;
        return weight > 0 ? _p * (_v + x * m) / weight : double.PositiveInfinity;
    }
}

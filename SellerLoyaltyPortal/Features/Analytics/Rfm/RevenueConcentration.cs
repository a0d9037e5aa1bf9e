namespace SellerLoyaltyPortal.Features.Analytics.Rfm;

/// <summary>
/// How few buyers bring how much: buyers by spend, the largest first (Pareto's curve). Buyers whose returns
/// outweigh what they kept bring nothing and are counted, not subtracted.
/// </summary>
public sealed class RevenueConcentration
{
    private readonly long[] _upTo;

    public RevenueConcentration(ReadOnlySpan<long> money)
    {
        _upTo = RadixOrder.Descending(money.ToArray());
        var sum = 0L;
        for (var i = 0; i < _upTo.Length; i++)
            _upTo[i] = sum = checked(sum + Math.Max(_upTo[i], 0));
        Total = sum;
    }

    public int Buyers => _upTo.Length;

    /// <summary>In 1/10,000 of the currency unit.</summary>
    public long Total { get; }

    /// <summary>The least number of buyers who together bring at least this share; 0 when there is no money.</summary>
    public int BuyersFor(double share)
    {
        if (Total == 0)
            return 0;
        var wanted = (long)Math.Ceiling((decimal)share * Total);
        var found = Array.BinarySearch(_upTo, wanted);
        // Of equal sums (the buyers who bring nothing) the first.
        while (found > 0 && _upTo[found - 1] >= wanted)
            found--;
        return (found < 0 ? ~found : found) + 1;
    }

    /// <summary>The share of the money that the first <paramref name="buyers"/> bring.</summary>
    public double ShareOf(int buyers) =>
        Total == 0 || buyers <= 0 ? 0 : _upTo[Math.Min(buyers, Buyers) - 1] / (double)Total;
}

namespace SellerLoyaltyPortal.Features.Analytics.Retention;

/// <summary>How many days pass between consecutive purchases of a buyer. Only completed intervals are in here.</summary>
/// <param name="countsByDays">How many intervals have exactly so many days.</param>
public sealed class RepeatIntervals(long[] countsByDays)
{
    /// <summary>First days of the bands 1–7, 8–15, 16–30, 31–60, 61–90, 91–120, 121 and more.</summary>
    public static IReadOnlyList<int> BandStarts { get; } = [1, 8, 16, 31, 61, 91, 121];

    public long Count { get; } = countsByDays.Sum();

    /// <summary>The longest interval; 0 when there is none.</summary>
    public int Longest => Math.Max(countsByDays.Length - 1, 0);

    /// <summary>The mean interval, the shop's rhythm; null when nobody bought twice.</summary>
    public double? Mean
    {
        get
        {
            var sum = 0.0;
            for (var days = 0; days < countsByDays.Length; days++)
                sum += (double)days * countsByDays[days];
            return Count == 0 ? null : sum / Count;
        }
    }

    /// <summary>Days within which half of the intervals end; null when nobody bought twice.</summary>
    public int? Median => Quantile(0.5);

    /// <summary>The least number of days within which at least this share of the intervals ends.</summary>
    public int? Quantile(double share)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        if (Count == 0)
            return null;
        var below = 0L;
        for (var days = 0; days < countsByDays.Length; days++)
        {
            below += countsByDays[days];
            if (below > 0 && below >= share * Count)
                return days;
        }
        return Longest;
    }

    /// <summary>Intervals from <paramref name="first"/> to <paramref name="last"/> days, both included.</summary>
    public long CountBetween(int first, int last)
    {
        var sum = 0L;
        for (var days = Math.Max(first, 0); days <= Math.Min(last, countsByDays.Length - 1); days++)
            sum += countsByDays[days];
        return sum;
    }

    /// <summary>Intervals in each of the bands.</summary>
    public IReadOnlyList<long> Bands() =>
        [
            .. BandStarts.Select(
                (first, i) =>
                    CountBetween(first, i + 1 < BandStarts.Count ? BandStarts[i + 1] - 1 : int.MaxValue)
            ),
        ];
}

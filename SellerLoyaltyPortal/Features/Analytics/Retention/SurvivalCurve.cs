namespace SellerLoyaltyPortal.Features.Analytics.Retention;

/// <summary>
/// The share of buyers who have bought again within n days: one minus the estimate of Kaplan and Meier (1958),
/// which uses buyers who have been watched for less than n days for as long as they were. The band is pointwise,
/// from Greenwood's variance on the scale ln(−ln S), so that it stays between 0 and 1.
/// </summary>
public sealed class SurvivalCurve
{
    private const double Normal95 = 1.959963984540054;

    private readonly SurvivalPoint[] _points;

    private SurvivalCurve(int buyers, int repeated, int longest, SurvivalPoint[] points) =>
        (Buyers, Repeated, LongestWatched, _points) = (buyers, repeated, longest, points);

    public int Buyers { get; }

    public int Repeated { get; }

    /// <summary>The longest time that any buyer was watched without buying again, or until they did.</summary>
    public int LongestWatched { get; }

    /// <summary>One a day on which somebody bought again, ascending.</summary>
    public IReadOnlyList<SurvivalPoint> Points => _points;

    /// <param name="repeated">How many buyers bought again after exactly so many days.</param>
    /// <param name="watched">How many had not bought again when they had been watched for so many days.</param>
    public static SurvivalCurve From(ReadOnlySpan<int> repeated, ReadOnlySpan<int> watched)
    {
        var (events, total, longest) = (0, 0, 0);
        for (var day = 0; day < Math.Max(repeated.Length, watched.Length); day++)
        {
            var (happened, ended) = (At(repeated, day), At(watched, day));
            events += happened;
            total += happened + ended;
            longest = happened + ended > 0 ? day : longest;
        }
        var points = new List<SurvivalPoint>();
        var atRisk = total;
        var (survival, greenwood) = (1.0, 0.0);
        for (var day = 0; day < repeated.Length; day++)
        {
            // Who is watched for exactly this long is still at risk on this day.
            if (repeated[day] is > 0 and var happened)
            {
                survival *= 1 - happened / (double)atRisk;
                greenwood += happened / ((double)atRisk * (atRisk - happened));
                var (lower, upper) = Band(survival, greenwood);
                points.Add(new(day, atRisk, happened, 1 - survival, 1 - upper, 1 - lower));
            }
            atRisk -= repeated[day] + At(watched, day);
        }
        return new(total, events, longest, points.ToArray());
    }

    /// <summary>The state after <paramref name="days"/> days; null when nobody was watched that long.</summary>
    public SurvivalPoint? After(int days)
    {
        if (days > LongestWatched || Buyers == 0)
            return null;
        var found = Array.FindLastIndex(_points, p => p.Day <= days);
        return found < 0 ? new(0, Buyers, 0, 0, 0, 0) : _points[found];
    }

    /// <summary>Days within which half of the buyers have bought again; null when they never have.</summary>
    public int? Median()
    {
        var found = Array.FindIndex(_points, p => p.Share >= 0.5);
        return found < 0 ? null : _points[found].Day;
    }

    private static (double Lower, double Upper) Band(double survival, double greenwood)
    {
        if (survival is <= 0 or >= 1)
            return (survival, survival);
        var log = Math.Log(survival);
        var spread = Math.Exp(Normal95 * Math.Sqrt(greenwood) / -log);
        return (Math.Pow(survival, spread), Math.Pow(survival, 1 / spread));
    }

    private static int At(ReadOnlySpan<int> counts, int day) => day < counts.Length ? counts[day] : 0;
}

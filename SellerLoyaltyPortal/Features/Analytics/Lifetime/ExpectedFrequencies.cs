namespace SellerLoyaltyPortal.Features.Analytics.Lifetime;

/// <summary>How many buyers a fitted BG/NBD model expects to have made 0, 1, 2, … repeat purchases by now.</summary>
public static class ExpectedFrequencies
{
    /// <returns>Buyers with 0 … <paramref name="last"/> − 1 repeats, and with <paramref name="last"/> or more.</returns>
    public static double[] Of(BgNbdModel model, HistoryGroups groups, int last = 7)
    {
        var byAge = new SortedDictionary<double, int>();
        for (var i = 0; i < groups.Counts.Length; i++)
        {
            var age = groups.Histories[i].ObservedAge;
            byAge[age] = byAge.GetValueOrDefault(age) + groups.Counts[i];
        }
        var expected = new double[last + 1];
        foreach (var (age, buyers) in byAge)
        {
            var rest = 1.0;
            for (var n = 0; n < last; n++)
            {
                var probability = model.ProbabilityOfPurchases(n, age);
                expected[n] += buyers * probability;
                rest -= probability;
            }
            expected[last] += buyers * rest;
        }
        return expected;
    }

    /// <summary>The same of what happened.</summary>
    public static double[] Actual(HistoryGroups groups, int last = 7)
    {
        var actual = new double[last + 1];
        for (var i = 0; i < groups.Counts.Length; i++)
            actual[Math.Min(groups.Histories[i].RepeatPurchases, last)] += groups.Counts[i];
        return actual;
    }
}

namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>Asserts of guards: a failure lists every offender, one a line.</summary>
internal static class Guard
{
    public static void NothingFound<T>(IEnumerable<T> offenders, string rule)
    {
        var found = offenders.Select(o => $"{o}").ToList();
        Assert.True(found.Count == 0, $"{rule}\n  {string.Join("\n  ", found)}");
    }

    public static void SameSet(IEnumerable<string> expected, IEnumerable<string> actual, string rule)
    {
        var (wanted, there) = (expected.ToHashSet(), actual.ToHashSet());
        NothingFound(
            there
                .Except(wanted)
                .Select(o => "not listed: " + o)
                .Concat(wanted.Except(there).Select(o => "listed, but not there: " + o)),
            rule
        );
    }
}

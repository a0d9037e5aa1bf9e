using SellerLoyaltyPortal.Features.Purchases.Import;

namespace SellerLoyaltyPortal.Tests.Features.Purchases.Import;

public sealed class RowRangesTests
{
    [Fact]
    public void Add_NeighboursAndRepetitions_AreOneRange()
    {
        var rows = new RowRanges();
        foreach (var row in (long[])[2, 3, 3, 4, 5, 9])
            rows.Add(row);
        Assert.Equal((5, "2-5, 9"), (rows.Count, rows.ToString()));
    }

    [Fact]
    public void Add_MoreRangesThanAnybodyReads_CountsAllAndSaysThatThereAreMore()
    {
        var rows = new RowRanges();
        for (var row = 2L; row <= 2 * (RowRanges.MostRanges + 5); row += 2)
            rows.Add(row);
        Assert.Equal(RowRanges.MostRanges + 5, rows.Count);
        Assert.EndsWith($", {2 * RowRanges.MostRanges}, …", rows.ToString(), StringComparison.Ordinal);
    }
}

using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Eligibility.Sorting;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility.Sorting;

/// <summary>Counts at the edges of the sorter's buckets, where a float rounds and where digits end.</summary>
public sealed class TotalsSorterTests
{
    private static readonly PurchaseColumns Nobody = SeededLedgers.Columns([]);

    [Theory]
    [InlineData(1)]
    [InlineData(2_000)]
    [InlineData(300_000)]
    public void Sort_CountsAroundEveryPowerOfTwo_AreInOrder(int size)
    {
        var random = new Random(size);
        var counts = new int[size];
        for (var i = 0; i < size; i++)
        {
            var edge = (1L << random.Next(0, 32)) + random.Next(-70, 71) * (1L << random.Next(0, 26));
            counts[i] = (int)Math.Clamp(edge, -2_000_000, int.MaxValue - 1);
            if (random.Next(9) == 0)
                counts[i] = random.Next(2) == 0 ? BuyerTotals.None : BuyerTotals.Far;
        }
        var far = counts
            .Select((c, i) => (c, i))
            .Where(c => c.c == BuyerTotals.Far)
            .Select(c => c.i)
            .ToArray();
        AssertSorted(counts, far, far.Select(_ => random.NextInt64(-1L << 40, 1L << 40)).ToArray());
    }

    [Fact]
    public void Sort_ManyOfOneTotal_AreInOrder()
    {
        var random = new Random(4);
        AssertSorted(Enumerable.Range(0, 200_000).Select(_ => random.Next(3) * 70_000).ToArray(), [], []);
        AssertSorted(Enumerable.Range(0, 200_000).Select(i => 1_000_000 + i % 17_000).ToArray(), [], []);
        AssertSorted(Enumerable.Range(0, 60_000).Select(i => -i).ToArray(), [], []);
        AssertSorted([.. Enumerable.Repeat(BuyerTotals.None, 60_000)], [], []);
    }

    private static void AssertSorted(int[] counts, int[] farBuyers, long[] farTotals)
    {
        var totals = new BuyerTotals(
            Nobody,
            EligibilityRule.Default,
            SeededLedgers.FirstDay,
            ChunkedInts.Of(counts),
            unit: 100,
            (farBuyers, farTotals),
            0,
            Money.Zero
        );
        var expected = counts
            .Where(c => c > BuyerTotals.Far)
            .Select(c => c * 100L)
            .Concat(farTotals)
            .ToArray();
        Array.Sort(expected);
        var sorted = TotalsSorter.Sort(totals);
        Assert.Equal(expected.Length, sorted.Count);
        Assert.Equal(expected.Sum(), sorted.Revenue);
        var at = 0;
        foreach (var (total, count) in sorted)
        {
            Assert.Equal((total, total), (expected[at], expected[at + count - 1]));
            at += count;
        }
        Assert.Equal(expected.Length, at);
    }
}

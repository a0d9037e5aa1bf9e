using SellerLoyaltyPortal.Features.Eligibility;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

public sealed class WindowBitsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(1_000)]
    public void Fill_AnyNumberOfDays_EqualsThePlainLoop(int lines)
    {
        var random = new Random(lines);
        var days = Enumerable.Range(0, lines).Select(_ => (ushort)random.Next(65_536)).ToArray();
        foreach (var (from, span) in new[] { (0, 65_535), (0, 0), (30_000, 20_000), (65_000, 535) })
        {
            var (plain, bits) = (new ulong[lines / 64 + 2], new ulong[lines / 64 + 2]);
            // What was there before must not show through.
            bits.AsSpan().Fill(ulong.MaxValue);
            WindowBits.FillPlain(days, (ushort)from, (ushort)span, plain);
            WindowBits.Fill(days, (ushort)from, (ushort)span, bits);
            Assert.Equal(plain, bits);
            Assert.Equal(
                days.Count(d => d >= from && d <= from + span),
                plain.Sum(w => System.Numerics.BitOperations.PopCount(w))
            );
        }
    }

    [Fact]
    public void Stretch_OnesWherever_AreFound()
    {
        foreach (var (first, end) in new[] { (70, 71), (64, 128), (100, 300), (190, 400), (5, 5) })
        {
            var bits = new ulong[8];
            for (var i = first; i < end; i++)
                bits[i >> 6] |= 1UL << (i & 63);
            foreach (var (from, to) in new[] { (0, 448), (3, 401), (64, 320), (90, 130), (300, 300) })
            {
                var found = WindowBits.Stretch(bits, from, to);
                var (low, high) = (Math.Max(first, from), Math.Min(end, to));
                Assert.Equal(Math.Max(0, high - low), found.End - found.First);
                if (high > low)
                    Assert.Equal((low, high), found);
            }
        }
    }
}

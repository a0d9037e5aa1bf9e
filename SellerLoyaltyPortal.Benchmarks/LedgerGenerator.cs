using System.Globalization;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Benchmarks;

/// <summary>
/// A seeded ledger of three years with one buyer per ten lines on average: about a third buy one line and
/// never again, a few buy thousands (a Pareto law with exponent 1.2). Prices are log-normal in kopecks, with
/// a seller's discount and one that the marketplace funds; 8 % of the lines are given back in part or whole,
/// up to 30 days later. Lines come by day, as a ledger grows, so buyers alternate at random.
/// </summary>
internal sealed class LedgerGenerator
{
    public const int Days = 1_096;

    public static readonly DayNumber FirstDay = DayNumber.Of(2023, 1, 1);

    public static readonly DayNumber LastDay = FirstDay + (Days - 1);

    private readonly int[] _buyers;
    private readonly int[] _endOfDay = new int[Days];
    private readonly int _seed;

    public LedgerGenerator(int lines, int seed = 20_260_101)
    {
        _seed = seed;
        BuyerCount = Math.Max(1, lines / 10);
        _buyers = new int[lines];
        var random = new Random(seed);
        var filled = Assign(random, minimum: 1);
        // Whatever the draw left over goes to buyers at random, one line each.
        while (filled < lines)
            _buyers[filled++] = random.Next(BuyerCount);
        random.Shuffle(_buyers);
        for (var day = 0; day < Days; day++)
            _endOfDay[day] = (int)((long)lines * (day + 1) / Days);
    }

    public int BuyerCount { get; }

    public int LineCount => _buyers.Length;

    public static string IdOf(long key) => "b" + key.ToString("D7", CultureInfo.InvariantCulture);

    /// <summary>Keys are 1 … <see cref="BuyerCount"/>; the same lines at every enumeration.</summary>
    public IEnumerable<LedgerLine> Lines()
    {
        var random = new Random(_seed + 1);
        var day = 0;
        for (var i = 0; i < _buyers.Length; i++)
        {
            while (i >= _endOfDay[day])
                day++;
            yield return Line(random, _buyers[i] + 1, FirstDay + day, order: i / 2);
        }
    }

    public static LedgerLine Line(Random random, long buyerKey, DayNumber day, int order)
    {
        var quantity = random.Next(8) == 0 ? random.Next(2, 5) : 1;
        var normal =
            Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
        var kopecks = (long)(Math.Exp(7 + 0.9 * normal) * 100);
        var list = new Money(Math.Clamp(kopecks, 1_000, 20_000_000) * 100 * quantity);
        var seller = WholeKopecks(list, random.Next(60, 101));
        var paid = WholeKopecks(seller, random.Next(70, 101));
        var isReturned = random.Next(100) < 8;
        return new(
            buyerKey,
            day,
            list,
            seller,
            paid,
            quantity,
            isReturned ? random.Next(1, quantity + 1) : 0,
            isReturned ? day + random.Next(31) : null,
            order,
            random.Next(12) == 0
        );
    }

    public PurchaseColumns Build(PurchaseColumnSet columns)
    {
        var builder = new PurchaseColumnsBuilder(columns);
        for (var key = 1; key <= BuyerCount; key++)
            builder.AddBuyer(key, new BuyerId(IdOf(key)));
        foreach (var line in Lines())
            builder.Add(line);
        return builder.Build(LineCount);
    }

    // Lines a buyer by a Pareto law; returns how many lines have a buyer.
    private int Assign(Random random, int minimum)
    {
        var filled = 0;
        for (var buyer = 0; buyer < BuyerCount && filled < _buyers.Length; buyer++)
        {
            var share =
                minimum
                + (int)
                    Math.Min(1.6 * (Math.Pow(1 - random.NextDouble(), -1 / 1.2) - 1), _buyers.Length / 100);
            for (var i = 0; i < share && filled < _buyers.Length; i++)
                _buyers[filled++] = buyer;
        }
        return filled;
    }

    private static Money WholeKopecks(Money amount, int percent) =>
        new(amount.TenThousandths / 100 * percent / 100 * 100);
}

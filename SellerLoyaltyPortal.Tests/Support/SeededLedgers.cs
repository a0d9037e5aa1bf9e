using System.Globalization;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Support;

/// <summary>
/// Random ledgers that a seed repeats exactly: few heavy buyers and many one-time ones, three price bases,
/// partial and whole returns on, after and (a feed's mistake) before the day of purchase, cancellations that
/// name no purchase, free lines, and days around 29 February.
/// </summary>
internal static class SeededLedgers
{
    public static readonly DayNumber FirstDay = DayNumber.Of(2023, 6, 1);

    public const int Days = 900;

    public static List<LedgerLine> Lines(int seed, int buyers = 40, int lines = 400)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, lines).Select(i => Line(random, buyers, order: i / 2))];
    }

    public static LedgerLine Line(Random random, int buyers, int order)
    {
        // The square gives the low keys most of the lines.
        var buyer = 1 + (long)(buyers * random.NextDouble() * random.NextDouble());
        var day = FirstDay + random.Next(Days);
        var quantity = random.Next(1, 6);
        var list = new Money(random.Next(10) == 0 ? random.Next(1, 50) : random.Next(0, 400) * 2_500L);
        var seller = list.Fraction(random.Next(50, 101), 100);
        var paid = seller.Fraction(random.Next(60, 101), 100);
        if (random.Next(20) == 0)
            return new(buyer, day, -list, -seller, -paid, -quantity, Order: order);
        var returned = random.Next(5) == 0 ? random.Next(1, quantity + 1) : 0;
        DayNumber? returnedOn = returned == 0 || random.Next(10) == 0 ? null : day + random.Next(-3, 60);
        return new(
            buyer,
            day,
            list * quantity,
            seller * quantity,
            paid * quantity,
            quantity,
            returned,
            returnedOn,
            order,
            random.Next(6) == 0
        );
    }

    public static PurchaseColumns Columns(
        IEnumerable<LedgerLine> lines,
        long sequence = 0,
        PurchaseColumnSet columns = PurchaseColumnSet.All
    )
    {
        var builder = new PurchaseColumnsBuilder(columns);
        foreach (var line in lines)
        {
            builder.AddBuyer(line.BuyerKey, IdOf(line.BuyerKey));
            builder.Add(line);
        }
        return builder.Build(sequence);
    }

    public static BuyerId IdOf(long key) => new("b" + key.ToString(CultureInfo.InvariantCulture));
}

using System.Globalization;
using System.IO.Compression;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Support;

/// <summary>The shipped "Online Retail" file, read without any of the portal's own import.</summary>
internal static class OnlineRetail
{
    private static readonly Lazy<PurchaseColumns> Built = new(Build);
    private static readonly Lazy<IReadOnlyList<LedgerLine>> Read = new(() =>
        [.. ReadLines("online_retail.csv.gz")]
    );

    /// <summary>The last day of the published window, 2010-12-10 … 2011-12-09.</summary>
    public static readonly DayNumber AsOf = DayNumber.Of(2011, 12, 9);

    public static PurchaseColumns Columns => Built.Value;

    /// <summary>Lines with a customer, whose number is the buyer's key; cancellations as negative lines.</summary>
    public static IReadOnlyList<LedgerLine> Lines => Read.Value;

    private static PurchaseColumns Build()
    {
        var builder = new PurchaseColumnsBuilder();
        foreach (var line in Lines)
        {
            builder.AddBuyer(
                line.BuyerKey,
                new BuyerId(line.BuyerKey.ToString(CultureInfo.InvariantCulture))
            );
            builder.Add(line);
        }
        return builder.Build(Lines.Count);
    }

    internal static IEnumerable<LedgerLine> ReadLines(string file)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "DemoData", file);
        using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var orders = new Dictionary<string, int>(StringComparer.Ordinal);
        text.ReadLine();
        while (text.ReadLine() is { } row)
        {
            // Only the description, in the middle, may hold commas: invoice … quantity, date, price, customer, country.
            var fields = row.Split(',');
            var (quantityText, date, price, customer) = (fields[^5], fields[^4], fields[^3], fields[^2]);
            if (customer.Length == 0)
                continue;
            var quantity = long.Parse(quantityText, CultureInfo.InvariantCulture);
            var amount = Money.FromDecimal(decimal.Parse(price, CultureInfo.InvariantCulture)) * quantity;
            orders.TryAdd(fields[0], orders.Count);
            yield return new(
                long.Parse(customer, CultureInfo.InvariantCulture),
                DayNumber.TryParse(date[..10])!.Value,
                amount,
                amount,
                amount,
                quantity,
                Order: orders[fields[0]]
            );
        }
    }
}

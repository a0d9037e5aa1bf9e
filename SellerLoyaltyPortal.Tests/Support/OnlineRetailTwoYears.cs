using System.Globalization;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Support;

/// <summary>
/// Both shipped files of "Online Retail" together, 2009-12-01 … 2011-12-09; the days that are in both are
/// taken from the second.
/// </summary>
internal static class OnlineRetailTwoYears
{
    private static readonly Lazy<PurchaseColumns> Built = new(Build);

    public static PurchaseColumns Columns => Built.Value;

    private static PurchaseColumns Build()
    {
        var builder = new PurchaseColumnsBuilder();
        var earlier = OnlineRetail
            .ReadLines("online_retail_2009_2010.csv.gz")
            .Where(l => l.BoughtOn < DayNumber.Of(2010, 12, 1));
        foreach (var line in earlier.Concat(OnlineRetail.Lines))
        {
            builder.AddBuyer(
                line.BuyerKey,
                new BuyerId(line.BuyerKey.ToString(CultureInfo.InvariantCulture))
            );
            builder.Add(line);
        }
        return builder.Build();
    }
}

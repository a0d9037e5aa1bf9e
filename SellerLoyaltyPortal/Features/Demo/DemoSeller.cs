using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Demo;

/// <summary>A demo seller and where its purchases come from.</summary>
/// <param name="LastPurchase">Wall-clock time of the last purchase in the files.</param>
internal sealed record DemoSeller(
    string Slug,
    string Name,
    Currency Currency,
    string TimeZoneId,
    DateTime LastPurchase,
    IReadOnlyList<DemoFile> Files
)
{
    public static readonly DemoSeller OnlineRetail = new(
        "online-retail",
        "Online Retail",
        Currency.Gbp,
        "Europe/London",
        new DateTime(2011, 12, 9, 12, 50, 0),
        [
            new("online_retail_2009_2010.csv.gz", PurchaseLayout.OnlineRetail),
            new("online_retail.csv.gz", PurchaseLayout.OnlineRetail),
        ]
    );

    public static readonly DemoSeller Cdnow = new(
        "cdnow",
        "CDNOW",
        Currency.Usd,
        "America/New_York",
        new DateTime(1998, 6, 30, 12, 0, 0),
        [new("CDNOW_master.txt.gz", PurchaseLayout.Cdnow)]
    );

    public static readonly IReadOnlyList<DemoSeller> All = [OnlineRetail, Cdnow];

    /// <summary>
    /// By how many days to move the purchases so that the last lies within the week before
    /// <paramref name="now"/>, never after it; whole weeks, so that every day of the week stays what it was.
    /// </summary>
    public int ShiftDays(DateTimeOffset now)
    {
        var wall = TimeZoneInfo.ConvertTime(now, BusinessCalendar.Of(TimeZoneId).Zone).DateTime;
        return (int)Math.Floor((wall - LastPurchase).TotalDays / 7) * 7;
    }
}

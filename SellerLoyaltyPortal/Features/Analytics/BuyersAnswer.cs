using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>A page of the buyers' table as JSON; totals in 1/10,000 of the currency unit.</summary>
internal sealed record BuyersAnswer(
    string Definition,
    string AsOf,
    string WindowFrom,
    string TimeZone,
    string Currency,
    string PriceBase,
    IReadOnlyDictionary<string, string> Filter,
    int Matching,
    IReadOnlyList<BuyersAnswer.Buyer> Buyers
)
{
    public static BuyersAnswer From(
        BuyerBoard board,
        BuyerQuery query,
        AnalyticsScope scope,
        SellerAccess access
    )
    {
        var page = board.List(query);
        return new(
            "Buyers with a purchase in the window; scores are fifths by rank, equal values score alike.",
            board.AsOf.ToString(),
            board.Window.First.ToString(),
            access.Calendar.Zone.Id,
            access.Currency.Code,
            board.Rule.PriceBase.ToString(),
            scope.ToNames(),
            page.Matching,
            [
                .. page.Rows.Select(r => new Buyer(
                    r.Id.Value,
                    r.Total.TenThousandths,
                    r.Orders,
                    r.DaysSinceLast,
                    r.Scores.Recency,
                    r.Scores.Frequency,
                    r.Scores.Money,
                    r.Segment.ToString(),
                    r.MeanInterval,
                    r.Rhythm.ToString()
                )),
            ]
        );
    }

    internal sealed record Buyer(
        string Id,
        long Total,
        int Orders,
        int DaysSinceLast,
        int Recency,
        int Frequency,
        int Money,
        string Segment,
        double? MeanIntervalDays,
        string Rhythm
    );
}

using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics.Rfm;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>Segments, bands and concentration as JSON; money in 1/10,000 of the currency unit.</summary>
internal sealed record SegmentsAnswer(
    string Definition,
    string AsOf,
    string WindowFrom,
    string TimeZone,
    string Currency,
    string PriceBase,
    IReadOnlyDictionary<string, string> Filter,
    int Buyers,
    SegmentsAnswer.Terms Offer,
    IReadOnlyList<SegmentsAnswer.Segment> Segments,
    IReadOnlyList<SegmentsAnswer.Band> Bands,
    IReadOnlyList<SegmentsAnswer.Rhythm> Rhythms,
    IReadOnlyList<SegmentsAnswer.Part> Concentration,
    IReadOnlyList<double> Curve,
    IReadOnlyList<SegmentsAnswer.Cell> Grid,
    SegmentsAnswer.Cuts ScoresFrom
)
{
    private const int CurveSteps = 50;

    private static readonly double[] Shares = [0.2, 0.5, 0.8];

    public static SegmentsAnswer From(
        BuyerBoard board,
        SegmentOffers offers,
        AnalyticsScope scope,
        SellerAccess access
    ) =>
        new(
            "Buyers with a purchase in the window by fifths of recency and frequency; equal values score alike. "
                + "Qualified and near (one typical order) by the offer's threshold; cost: a year's discount on sales "
                + "that would come anyway, by what the qualified buyers of the segment spent.",
            board.AsOf.ToString(),
            board.Window.First.ToString(),
            access.Calendar.Zone.Id,
            access.Currency.Code,
            board.Rule.PriceBase.ToString(),
            scope.ToNames(),
            board.Count,
            new(
                offers.Offer.Source.ToString(),
                offers.Offer.Threshold.TenThousandths,
                offers.Offer.Discount.ToDecimal(),
                offers.TypicalOrder.TenThousandths,
                offers.IsDefaultEconomics
            ),
            [
                .. board
                    .Segments()
                    .Select(s => new Segment(
                        s.Segment.ToString(),
                        s.Buyers,
                        s.Total.TenThousandths,
                        offers.Segments[(int)s.Segment].Standing.Qualified,
                        offers.Segments[(int)s.Segment].Standing.Near,
                        offers.Segments[(int)s.Segment].YearlySubsidy.TenThousandths
                    )),
            ],
            [
                .. ThresholdBands
                    .Around(offers.Offer.Threshold)
                    .Select(b => new Band(
                        b.From?.TenThousandths,
                        b.Below?.TenThousandths,
                        board.CountBetween(b.From ?? new(long.MinValue), b.Below)
                    )),
            ],
            [
                .. board
                    .Rhythms()
                    .Select(r => new Rhythm(r.Rhythm.ToString(), r.Buyers, r.Total.TenThousandths)),
            ],
            [.. Shares.Select(s => new Part(s, board.Concentration.BuyersFor(s)))],
            [
                .. Enumerable
                    .Range(0, CurveSteps + 1)
                    .Select(i => board.Concentration.ShareOf((int)((long)board.Count * i / CurveSteps))),
            ],
            [
                .. from r in Enumerable.Range(1, 5)
                from f in Enumerable.Range(1, 5)
                select new Cell(r, f, RfmSegments.Of(r, f).ToString(), board.Grid[r - 1, f - 1]),
            ],
            new(
                CutsOf(board.Table.RecencyCuts, cut => -cut),
                CutsOf(board.Table.FrequencyCuts, cut => cut),
                CutsOf(board.Table.MoneyCuts, cut => cut)
            )
        );

    private static IReadOnlyList<long?> CutsOf(Quintiles cuts, Func<long, long> shown) =>
        [.. cuts.From.Select(cut => cut == long.MaxValue ? (long?)null : shown(cut))];

    internal sealed record Terms(
        string Source,
        long Threshold,
        decimal DiscountPercent,
        long TypicalOrder,
        bool EconomicsAreAssumed
    );

    internal sealed record Segment(
        string Name,
        int Buyers,
        long Total,
        int Qualified,
        int Near,
        long CostAYear
    );

    internal sealed record Cell(int Recency, int Frequency, string Segment, int Buyers);

    /// <summary>
    /// From which value on there are scores 2, 3, 4 and 5: days since the last purchase (at most), orders, money. Null
    /// where nobody has the score.
    /// </summary>
    internal sealed record Cuts(
        IReadOnlyList<long?> DaysSinceLast,
        IReadOnlyList<long?> Orders,
        IReadOnlyList<long?> Money
    );

    internal sealed record Band(long? From, long? Below, int Buyers);

    internal sealed record Rhythm(string Name, int Buyers, long Total);

    /// <param name="OfTotal">Share of what was spent.</param>
    /// <param name="Buyers">The fewest who bring it.</param>
    internal sealed record Part(double OfTotal, int Buyers);
}

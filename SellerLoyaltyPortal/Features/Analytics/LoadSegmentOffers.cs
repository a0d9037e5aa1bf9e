using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics.Work;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>
/// Holds segments against the current offer, with the constructor's own figures: the typical order, what buyers
/// spend anyway, and the seller's unit economics.
/// </summary>
public sealed class LoadSegmentOffers(
    ScopedLedgers ledgers,
    ConstructorFiguresCache constructor,
    UnitEconomicsSettings economics,
    FindCurrentOffer findOffer,
    AnalyticsWork work
)
{
    /// <param name="access">The seller.</param>
    /// <param name="board">The buyers, as the page shows them.</param>
    /// <param name="query">Whom the page's list shows.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <param name="progress">Told how far it is.</param>
    public async Task<SegmentOffers> RunAsync(
        SellerAccess access,
        BuyerBoard board,
        BuyerQuery query,
        CancellationToken cancellation,
        IProgress<WorkProgress>? progress = null
    )
    {
        var offer = await findOffer.RunAsync(access, cancellation);
        var ledger = await ledgers.GetAsync(
            access,
            AnalyticsScope.Everybody(board.AsOf),
            progress,
            cancellation
        );
        var settings = await economics.GetAsync(access, cancellation);
        var figures = await constructor.GetAsync(
            ledger.Snapshot,
            offer.Rule,
            board.AsOf,
            settings.TypicalOrder,
            cancellation
        );
        var anyway = await work.PassAsync(
            ("anyway", ledger.Key),
            _ => AnywayCurve.Of(ledger.Columns, offer.Rule, board.AsOf),
            progress,
            cancellation
        );
        var (margins, estimate) = (UnitMargins.Of(settings.Unit, offer.Discount), anyway.At(offer.Threshold));
        // Off the circuit's thread: passes over everybody.
        return await Task.Run(
            () =>
            {
                var all = ledger
                    .Board(work, cancellation)
                    .StandingOf(new(), offer.Threshold, figures.TypicalOrder);
                var segments = board.StandingsBySegment(offer.Threshold, figures.TypicalOrder);
                return new SegmentOffers(
                    offer,
                    figures.TypicalOrder,
                    Of(segments.Aggregate((sum, one) => sum + one), all),
                    Of(board.StandingOf(query, offer.Threshold, figures.TypicalOrder), all),
                    [.. segments.Select(segment => Of(segment, all))],
                    settings.IsDefault
                );
            },
            cancellation
        );

        SegmentOffer Of(SegmentStanding standing, SegmentStanding all) =>
            new(
                standing,
                ProgramCost.Of(PartOf(estimate, standing, all), margins, standing.Near, figures.TypicalOrder)
            );
    }

    /// <summary>
    /// The part of what is spent anyway that falls on some buyers: by what the qualified among them spent. Who of
    /// them spent what a year ago is not used: a segment of today is chosen with knowledge of that year.
    /// </summary>
    internal static AnywayEstimate PartOf(
        AnywayEstimate all,
        SegmentStanding part,
        SegmentStanding everybody
    ) =>
        all with
        {
            Buyers = Share(all.Buyers, part.Qualified, everybody.Qualified),
            SpentBefore = Share(all.SpentBefore, part.QualifiedTotal, everybody.QualifiedTotal),
            Spent = Share(all.Spent, part.QualifiedTotal, everybody.QualifiedTotal),
            PassedAgain = null,
        };

    private static int Share(int amount, int part, int whole) =>
        whole == 0 ? 0 : (int)Math.Round((double)amount * part / whole);

    private static Money Share(Money amount, Money part, Money whole) =>
        whole <= Money.Zero
            ? Money.Zero
            : new(
                Money.DivideHalfToEven(
                    (Int128)amount.TenThousandths * part.TenThousandths,
                    whole.TenThousandths
                )
            );
}

using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Lifetime;
using SellerLoyaltyPortal.Features.Analytics.Retention;
using SellerLoyaltyPortal.Features.Analytics.Value;
using SellerLoyaltyPortal.Features.Analytics.Work;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>
/// Answers that take one pass over a seller's ledger: retention, observed value, boards of buyers. Forecasts are in
/// <see cref="ForecastQueries"/>.
/// </summary>
public sealed class AnalyticsQueries(
    ScopedLedgers ledgers,
    UnitEconomicsSettings economics,
    FindCurrentOffer findOffer,
    AnalyticsWork work
)
{
    /// <returns>Null while the ledger is empty or begins after the as-of date.</returns>
    public async Task<RetentionView?> RetentionAsync(
        SellerAccess access,
        AnalyticsScope scope,
        CohortPeriod period,
        CancellationToken cancellation,
        IProgress<WorkProgress>? progress = null
    )
    {
        var ledger = await ledgers.GetAsync(access, scope, progress, cancellation);
        if (ledger.Days is not { } known)
            return null;
        return await work.PassAsync(
            ("retention", ledger.Key, period),
            token =>
            {
                var only = ledger.Buyers(work, token);
                var days = PurchaseDays.From(ledger.Columns, ledger.AsOf, PriceBase.SellerPrice, only, token);
                return new RetentionView(
                    ledger.AsOf,
                    known,
                    BuyersIn(days),
                    CohortCalculator.Count(
                        ledger.Columns,
                        ledger.AsOf,
                        period,
                        only: only,
                        cancellation: token
                    ),
                    [
                        .. Enumerable
                            .Range(1, RetentionView.MostSteps)
                            .Select(n => Ended(RepeatTimes.Curve(days, n), token)),
                    ],
                    Ended(RepeatTimes.Intervals(days), token),
                    ActivityByMonth.Count(days)
                );
            },
            progress,
            cancellation
        );
    }

    /// <returns>Null while the ledger is empty or begins after the as-of date.</returns>
    public async Task<ValueView?> ValueAsync(
        SellerAccess access,
        AnalyticsScope scope,
        CohortPeriod period,
        ValuePrice price,
        CancellationToken cancellation,
        IProgress<WorkProgress>? progress = null
    )
    {
        var ledger = await ledgers.GetAsync(access, scope, progress, cancellation);
        if (ledger.Days is not { } known)
            return null;
        var cohorts = await work.PassAsync(
            ("value", ledger.Key, period, price),
            token =>
                CohortValues.Sum(
                    ledger.Columns,
                    ledger.AsOf,
                    period,
                    AnalyticsNames.BaseOf(price),
                    ledger.Buyers(work, token),
                    token
                ),
            progress,
            cancellation
        );
        var unit = (await economics.GetAsync(access, cancellation)).Unit;
        return new(
            ledger.AsOf,
            known,
            price,
            cohorts,
            new(unit.Commission, unit.OptionCommission, unit.UnitCost)
        );
    }

    /// <summary>The offer that buyers' totals are held against.</summary>
    public Task<CurrentOffer> OfferAsync(SellerAccess access, CancellationToken cancellation) =>
        findOffer.RunAsync(access, cancellation);

    /// <summary>All buyers of the offer's window whom the filter means.</summary>
    public async Task<BuyerBoard> BoardAsync(
        SellerAccess access,
        AnalyticsScope scope,
        CancellationToken cancellation,
        IProgress<WorkProgress>? progress = null
    )
    {
        var ledger = await ledgers.GetAsync(access, scope, progress, cancellation);
        return await work.PassAsync(
            ("board", ledger.Key),
            token =>
            {
                var all = ledger.Board(work, token);
                return ledger.Buyers(work, token) is { } only ? all.Only(only) : all;
            },
            progress,
            cancellation
        );
    }

    /// <returns>Null where this seller has no such buyer.</returns>
    public async Task<BuyerProfile?> BuyerAsync(
        SellerAccess access,
        BuyerId id,
        DayNumber asOf,
        CancellationToken cancellation,
        IProgress<WorkProgress>? progress = null
    )
    {
        var scope = AnalyticsScope.Everybody(asOf);
        var ledger = await ledgers.GetAsync(access, scope, progress, cancellation);
        if (!ledger.Columns.Buyers.TryFind(id, out var buyer))
            return null;
        var board = await BoardAsync(access, scope, cancellation, progress);
        var explanation = EligibilityExplanation.Of(ledger.Columns, ledger.Rule, asOf, buyer);
        var only = PurchaseDays.FromOne(ledger.Columns, asOf, ledger.Rule.PriceBase, buyer);
        return new()
        {
            Id = id,
            Explanation = explanation,
            Row = board.Find(id),
            Totals = TotalsOverTime.Of(explanation),
            Summary = CustomerSummaries.Of(only, 0),
        };
    }

    private static int BuyersIn(PurchaseDays days)
    {
        var count = 0;
        for (var buyer = 0; buyer < days.BuyerCount; buyer++)
            count += days.DaysOf(buyer).IsEmpty ? 0 : 1;
        return count;
    }

    // Between passes of some ten milliseconds each is often enough to notice that nobody waits any more.
    private static T Ended<T>(T made, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return made;
    }
}

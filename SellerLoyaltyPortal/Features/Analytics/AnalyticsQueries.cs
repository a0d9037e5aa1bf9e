using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.History;
using SellerLoyaltyPortal.Features.Analytics.Lifetime;
using SellerLoyaltyPortal.Features.Analytics.Retention;
using SellerLoyaltyPortal.Features.Analytics.Value;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics;

/// <summary>
/// Answers of the analytics pages: takes the seller's snapshot, runs the pure models on a thread of their own,
/// keeps the last results. At most half of the processors work on analytics at a time, so that nobody's slider
/// waits for somebody's forecast.
/// </summary>
public sealed class AnalyticsQueries(LedgerSnapshots snapshots, ProgramList programs) : IDisposable
{
    private readonly ResultCache _views = new(64);
    private readonly ResultCache _boards = new(6);
    private readonly SemaphoreSlim _room = new(Math.Max(1, Environment.ProcessorCount / 2));

    public void Dispose() => _room.Dispose();

    /// <returns>Null while the ledger is empty or begins after the as-of date.</returns>
    public async Task<RetentionView?> RetentionAsync(
        SellerAccess access,
        DayNumber asOf,
        CohortPeriod period,
        BuyerFilter filter,
        BuyerFilter? compared,
        CancellationToken cancellation
    )
    {
        var snapshot = await snapshots.GetAsync(access.SellerId, cancellation);
        if (LedgerUpTo(snapshot, asOf) is not { } ledger)
            return null;
        return await ComputeAsync(
            _views,
            (access.SellerId, snapshot.Sequence, "retention", asOf, period, filter, compared),
            token =>
            {
                var columns = snapshot.Columns;
                var only = SetOf(snapshot, asOf, filter, token);
                var days = PurchaseDays.From(columns, asOf, PriceBase.SellerPrice, only, token);
                return new RetentionView(
                    asOf,
                    ledger,
                    BuyersIn(days),
                    CohortCalculator.Count(columns, asOf, period, only: only, cancellation: token),
                    RepeatTimes.Curve(days),
                    RepeatTimes.Curve(days, n: 2),
                    compared is null
                        ? null
                        : RepeatTimes.Curve(
                            PurchaseDays.From(
                                columns,
                                asOf,
                                PriceBase.SellerPrice,
                                SetOf(snapshot, asOf, compared, token),
                                token
                            )
                        ),
                    RepeatTimes.Intervals(days),
                    ActivityByMonth.Count(days)
                );
            },
            cancellation
        );
    }

    /// <returns>Null while the ledger is empty or begins after the as-of date.</returns>
    public async Task<ValueView?> ValueAsync(
        SellerAccess access,
        DayNumber asOf,
        CohortPeriod period,
        ValuePrice price,
        BuyerFilter filter,
        CancellationToken cancellation
    )
    {
        var snapshot = await snapshots.GetAsync(access.SellerId, cancellation);
        if (LedgerUpTo(snapshot, asOf) is not { } ledger)
            return null;
        return await ComputeAsync(
            _views,
            (access.SellerId, snapshot.Sequence, "value", asOf, period, price, filter),
            token =>
            {
                var only = SetOf(snapshot, asOf, filter, token);
                var days = PurchaseDays.From(snapshot.Columns, asOf, BaseOf(price), only, token);
                return new ValueView(asOf, ledger, price, CohortValues.Sum(days, period));
            },
            cancellation
        );
    }

    /// <summary>Fits the models to all buyers up to the as-of date, and checks them on the last part of the history.</summary>
    public async Task<ForecastView> ForecastAsync(
        SellerAccess access,
        DayNumber asOf,
        ValuePrice price,
        int horizonDays,
        double yearlyDiscount,
        CancellationToken cancellation
    )
    {
        var snapshot = await snapshots.GetAsync(access.SellerId, cancellation);
        return await ComputeAsync(
            _views,
            (access.SellerId, snapshot.Sequence, "forecast", asOf, price, horizonDays, yearlyDiscount),
            token =>
            {
                var days = PurchaseDays.From(snapshot.Columns, asOf, BaseOf(price), cancellation: token);
                var missing = ForecastMinimum.MissingFrom(days);
                return new ForecastView(
                    asOf,
                    missing,
                    missing.Count > 0 ? null : ForecastMaker.Make(days, horizonDays, yearlyDiscount, token)
                );
            },
            cancellation
        );
    }

    /// <summary>One buyer's forecast for a year; null below the minimum data.</summary>
    public async Task<BuyerForecast?> ForecastOfAsync(
        SellerAccess access,
        DayNumber asOf,
        CustomerSummary buyer,
        CancellationToken cancellation
    )
    {
        var view = await ForecastAsync(access, asOf, ValuePrice.Paid, 365, 0.1, cancellation);
        return view.Result is { } result
            ? new SpendForecast(result.Purchases, result.Spend).Of(buyer, 365 / CustomerSummaries.DaysPerWeek)
            : null;
    }

    /// <summary>The running program's threshold and rule.</summary>
    public async Task<BuyerThreshold> ThresholdAsync(SellerAccess access, CancellationToken cancellation) =>
        (await programs.RunningAsync(access, cancellation))?.Mechanic is ThresholdDiscount running
            ? new(running.Threshold, running.Rule)
            : new(null, EligibilityRule.Default);

    /// <summary>All buyers of the rule's window.</summary>
    public async Task<BuyerBoard> BoardAsync(
        SellerAccess access,
        EligibilityRule rule,
        DayNumber asOf,
        CancellationToken cancellation
    )
    {
        var snapshot = await snapshots.GetAsync(access.SellerId, cancellation);
        return await ComputeAsync(
            _boards,
            (access.SellerId, snapshot.Sequence, rule, asOf),
            token => BuyerBoard.From(snapshot.Columns, rule, asOf, token),
            cancellation
        );
    }

    /// <returns>Null where this seller has no such buyer.</returns>
    public async Task<BuyerProfile?> BuyerAsync(
        SellerAccess access,
        BuyerId id,
        EligibilityRule rule,
        DayNumber asOf,
        CancellationToken cancellation
    )
    {
        var snapshot = await snapshots.GetAsync(access.SellerId, cancellation);
        if (!snapshot.Columns.Buyers.TryFind(id, out var buyer))
            return null;
        var board = await BoardAsync(access, rule, asOf, cancellation);
        var explanation = EligibilityExplanation.Of(snapshot.Columns, rule, asOf, buyer);
        var only = PurchaseDays.FromOne(snapshot.Columns, asOf, rule.PriceBase, buyer);
        return new()
        {
            Id = id,
            Explanation = explanation,
            Row = board.Find(id),
            Totals = TotalsOverTime.Of(explanation),
            Summary = CustomerSummaries.Of(only, 0),
        };
    }

    private async Task<T> ComputeAsync<T>(
        ResultCache cache,
        object key,
        Func<CancellationToken, T> compute,
        CancellationToken cancellation
    )
        where T : notnull
    {
        if (cache.TryGet<T>(key, out var known))
            return known;
        await _room.WaitAsync(cancellation);
        try
        {
            // Somebody who asked the same may have been first.
            if (cache.TryGet<T>(key, out known))
                return known;
            var made = await Task.Run(() => compute(cancellation), cancellation);
            cache.Add(key, made);
            return made;
        }
        finally
        {
            _room.Release();
        }
    }

    private static PriceBase BaseOf(ValuePrice price) =>
        price switch
        {
            ValuePrice.Paid => PriceBase.PricePaid,
            ValuePrice.Seller => PriceBase.SellerPrice,
            ValuePrice.List => PriceBase.ListPrice,
        };

    private static DayRange? LedgerUpTo(LedgerSnapshot snapshot, DayNumber asOf) =>
        snapshot is { FirstDay: { } first, LastDay: { } last } && first <= asOf
            ? new(first, last < asOf ? last : asOf)
            : null;

    private static int BuyersIn(PurchaseDays days)
    {
        var count = 0;
        for (var buyer = 0; buyer < days.BuyerCount; buyer++)
            count += days.DaysOf(buyer).IsEmpty ? 0 : 1;
        return count;
    }

    // Null for everybody: nothing to look up then.
    private static BuyerSet? SetOf(
        LedgerSnapshot snapshot,
        DayNumber asOf,
        BuyerFilter filter,
        CancellationToken cancellation
    ) =>
        filter == BuyerFilter.Everybody
            ? null
            : FilteredBuyers.Find(snapshot.Columns, asOf, filter, cancellation);
}

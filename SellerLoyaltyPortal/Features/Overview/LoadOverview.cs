using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Analytics.Cohorts;
using SellerLoyaltyPortal.Features.Analytics.Retention;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Overview;

/// <summary>Gathers the overview from the engine, the programs and the analytics: the same numbers as their pages.</summary>
public sealed class LoadOverview(
    LedgerSnapshots snapshots,
    ConstructorFiguresCache figures,
    ProgramList programs,
    UnitEconomicsSettings economics,
    AnalyticsQueries analytics,
    SellerDays days
)
{
    /// <summary>Over how many days the change of those who qualify is counted.</summary>
    public const int ChangeDays = 30;

    /// <summary>The horizon of the second purchase.</summary>
    public const int RepeatDays = 90;

    /// <summary>A feed whose last purchase is older than this is pointed out.</summary>
    public const int FeedIsOldAfterDays = 3;

    private const int MonthsShown = 12;

    /// <summary>The overview on a date, by default the seller's; null while the seller has no purchases.</summary>
    public async Task<SellerOverview?> RunAsync(
        SellerAccess access,
        DayNumber? wanted,
        CancellationToken cancellation
    )
    {
        var day = await days.GetAsync(access, cancellation);
        if (day.Ledger is not { } ledger)
            return null;
        var asOf = day.AsOf(wanted);
        var snapshot = await snapshots.GetWholeAsync(access.SellerId, cancellation);
        var program = await programs.RunningAsync(access, cancellation);
        var offer = program?.Mechanic as ThresholdDiscount;
        var rule = offer?.Rule ?? EligibilityRule.Default;
        var settings = await economics.GetAsync(access, cancellation);
        var now = await figures.GetAsync(snapshot, rule, asOf, settings.TypicalOrder, cancellation);
        var earlier = asOf - rule.WindowDays;
        var before =
            rule.WindowOn(earlier).First >= ledger.First
                ? await figures.GetAsync(snapshot, rule, earlier, settings.TypicalOrder, cancellation)
                : null;
        var retention = await analytics.RetentionAsync(
            access,
            AnalyticsScope.Everybody(asOf),
            CohortPeriod.Month,
            cancellation
        );
        var standing =
            program is null || offer is null
                ? null
                : await Task.Run(() => StandingOf(snapshot, program, offer, now, asOf), cancellation);
        return new(
            day,
            asOf,
            now.Window,
            RuleTerms.KeysOf(rule),
            now.Curve.Buyers,
            now.Curve.Revenue,
            before?.Curve.Buyers,
            before?.Curve.Revenue,
            now.MedianOrder,
            retention?.SecondPurchase.After(RepeatDays)?.Share,
            standing,
            [.. (retention?.Months ?? []).TakeLast(MonthsShown).Select(ToMonth)],
            [.. Alerts(day, program, settings)]
        );
    }

    private static OfferStanding StandingOf(
        LedgerSnapshot snapshot,
        ProgramDetails program,
        ThresholdDiscount offer,
        ConstructorFigures now,
        DayNumber asOf
    )
    {
        var totals = BuyerTotalsCalculator.Calculate(snapshot.Columns, offer.Rule, asOf);
        var then = BuyerTotalsCalculator.Calculate(snapshot.Columns, offer.Rule, asOf - ChangeDays);
        var change = QualifiedChange.Between(then, offer.Threshold, totals, offer.Threshold);
        var answer = now.At(offer.Threshold);
        return new(
            program,
            offer.Threshold,
            offer.Discount,
            answer.Buyers,
            answer.Revenue,
            answer.Near,
            change.Gained.Count,
            change.Lost.Count,
            RollOff.Forecast(totals, offer.Threshold, ChangeDays).FirstExitsWithin(ChangeDays)
        );
    }

    private static MonthRevenue ToMonth(MonthActivity month) =>
        new(
            DayNumber.Of(month.Month / 12, month.Month % 12 + 1, 1),
            new Money(month.NewRevenue),
            new Money(checked(month.ReturningRevenue + month.ReactivatedRevenue)),
            month.IsFinished
        );

    private static List<OverviewAlert> Alerts(
        SellerDay day,
        ProgramDetails? program,
        SellerUnitEconomics settings
    )
    {
        var alerts = new List<OverviewAlert>();
        if (day.Today - day.Ledger!.Value.Last > FeedIsOldAfterDays)
            alerts.Add(new(OverviewAlertKind.PurchasesAreOld, day.Ledger.Value.Last));
        if (program is { Status: ProgramStatus.Scheduled, StartsOn: { } starts })
            alerts.Add(new(OverviewAlertKind.ProgramStarts, starts));
        if (program is { Status: ProgramStatus.Ending, LastDay: { } last })
            alerts.Add(new(OverviewAlertKind.ProgramEnds, last));
        else if (
            program is { Status: ProgramStatus.Active, EarliestLastDay: { } earliest }
            && earliest > day.Today
        )
            alerts.Add(new(OverviewAlertKind.MinimumLifeRunsUntil, earliest));
        if (settings.IsDefault)
            alerts.Add(new(OverviewAlertKind.EconomicsAreDefaults));
        return alerts;
    }
}

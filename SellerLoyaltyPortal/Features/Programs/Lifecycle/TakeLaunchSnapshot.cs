using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Lifecycle;

/// <summary>
/// Makes the row that freezes every buyer's total at 00:00 of a program's first day. Purchases of the day
/// itself are left out, also where the activation is late: by then buyers know the threshold.
/// </summary>
public sealed class TakeLaunchSnapshot(LedgerSnapshots snapshots)
{
    internal async Task<LaunchSnapshot> RunAsync(
        LoyaltyProgram program,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var offer = MechanicJson.Read(program.MechanicJson) switch
        {
            ThresholdDiscount threshold => threshold,
            var other => throw new NotSupportedException($"{other.Kind} has no totals to freeze."),
        };
        var ledger = await snapshots.GetAsync(program.SellerId, offer.Rule.Needs, cancellation);
        // Off the caller's thread: a large ledger takes a moment.
        return await Task.Run(() => Freeze(program, offer, ledger, now), cancellation);
    }

    private static LaunchSnapshot Freeze(
        LoyaltyProgram program,
        ThresholdDiscount offer,
        LedgerSnapshot ledger,
        DateTimeOffset now
    )
    {
        var (columns, asOf) = (ledger.Columns, program.StartsOn!.Value);
        var totals = AtTheStartOf(asOf, offer.Rule, columns);
        var (qualified, revenue) = totals?.At(offer.Threshold) ?? (0, Money.Zero);
        return new LaunchSnapshot
        {
            SellerId = program.SellerId,
            ProgramId = program.Id,
            AsOf = asOf,
            LedgerSequence = ledger.Sequence,
            TakenAt = now,
            MechanicJson = program.MechanicJson,
            Buyers = totals?.BuyerCount ?? 0,
            Qualified = qualified,
            Revenue = totals?.Revenue ?? Money.Zero,
            QualifiedRevenue = revenue,
            Totals = FrozenTotals.Pack(totals is null ? [] : InBase(totals)),
        };
    }

    /// <summary>
    /// Totals at 00:00 of a day: its window less the day itself. Null where the window is that day only.
    /// </summary>
    private static BuyerTotals? AtTheStartOf(DayNumber day, EligibilityRule rule, PurchaseColumns columns) =>
        rule.WindowDays == 1
            ? null
            : BuyerTotalsCalculator.Calculate(
                columns,
                rule with
                {
                    WindowDays = rule.WindowDays - 1,
                },
                day - 1
            );

    private static List<(long, Money)> InBase(BuyerTotals totals)
    {
        var buyers = totals.Columns.Buyers;
        var packed = new List<(long Key, Money)>(totals.BuyerCount);
        for (var buyer = 0; buyer < totals.Columns.BuyerCount; buyer++)
        {
            if (totals.IsInBase(buyer))
                packed.Add((buyers.KeyOf(buyer), totals.Of(buyer)));
        }
        // Buyers who came after the ledger was last loaded in one piece stand at the end.
        packed.Sort(static (left, right) => left.Key.CompareTo(right.Key));
        return packed;
    }
}

using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>Holds up to four offers side by side on one as-of date, for members.</summary>
public sealed class LoadComparison(
    LedgerSnapshots snapshots,
    ConstructorFiguresCache cache,
    LoadCostFigures loadCostFigures,
    UnitEconomicsSettings settings
)
{
    public const int Most = 4;

    /// <param name="access">The seller.</param>
    /// <param name="programs">One to four.</param>
    /// <param name="asOf">The last day of the windows.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public async Task<ProgramComparison> RunAsync(
        SellerAccess access,
        IReadOnlyList<ProgramDetails> programs,
        DayNumber asOf,
        CancellationToken cancellation
    )
    {
        if (programs.Count is 0 or > Most)
            throw new ArgumentException($"One to {Most} programs are compared.", nameof(programs));
        var snapshot = await snapshots.GetWholeAsync(access.SellerId, cancellation);
        var economics = await settings.GetAsync(access, cancellation);
        var offers = programs.Select(p => (Program: p, Terms: TermsOf(p.Mechanic))).ToList();
        var costs = new Dictionary<Eligibility.EligibilityRule, CostFigures>();
        var compared = new List<ComparedProgram>();
        foreach (var (program, terms) in offers)
        {
            var figures = await cache.GetAsync(
                snapshot,
                terms.Rule,
                asOf,
                economics.TypicalOrder,
                cancellation
            );
            if (!costs.TryGetValue(terms.Rule, out var cost))
                costs[terms.Rule] = cost = await loadCostFigures.RunAsync(
                    access,
                    terms.Rule,
                    asOf,
                    cancellation
                );
            var answer = figures.At(terms.Threshold);
            compared.Add(
                new(
                    program,
                    terms,
                    figures,
                    answer,
                    ProgramCost.Of(
                        cost.Anyway.At(terms.Threshold),
                        UnitMargins.Of(economics.Unit, terms.Discount),
                        answer.Near,
                        figures.TypicalOrder
                    ),
                    BoundDaysOf(program, economics)
                )
            );
        }
        return new(
            await cache.GetAsync(snapshot, offers[0].Terms.Rule, asOf, economics.TypicalOrder, cancellation),
            compared,
            costs.Count == 1
        );
    }

    // What was launched is bound by the lock of its launch, a draft by the one it would be launched with.
    private static int BoundDaysOf(ProgramDetails program, SellerUnitEconomics economics) =>
        program.StartsOn is null
            ? economics.BoundDays(program.MinimumLifeDays)
            : Math.Max(program.MinimumLifeDays, program.OptionLockDays ?? 0);

    private static ThresholdDiscount TermsOf(Mechanic mechanic) =>
        mechanic.Kind switch
        {
            MechanicKind.ThresholdDiscount => (ThresholdDiscount)mechanic,
        };
}

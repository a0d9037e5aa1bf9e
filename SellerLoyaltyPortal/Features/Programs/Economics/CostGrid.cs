using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Economics;

/// <summary>The yearly subsidy and the break-even uplift over thresholds and discounts: the heat map.</summary>
public sealed class CostGrid
{
    private static readonly int[] RoundDiscounts = [3, 5, 10, 15, 20, 25, 30, 40, 50];

    private CostGrid(
        IReadOnlyList<Money> thresholds,
        IReadOnlyList<Percent> discounts,
        IReadOnlyList<IReadOnlyList<CostCell>> rows
    )
    {
        (Thresholds, Discounts, Rows) = (thresholds, discounts, rows);
        Highest = rows.SelectMany(r => r)
            .Where(c => c.Uplift is not null)
            .Select(c => c.Subsidy)
            .DefaultIfEmpty()
            .Max();
    }

    public IReadOnlyList<Money> Thresholds { get; }

    public IReadOnlyList<Percent> Discounts { get; }

    /// <summary>By threshold, then discount.</summary>
    public IReadOnlyList<IReadOnlyList<CostCell>> Rows { get; }

    /// <summary>The dearest cell among those that can pay; zero where none can.</summary>
    public Money Highest { get; }

    public static CostGrid Of(
        AnywayCurve anyway,
        UnitEconomics unit,
        IReadOnlyList<Money> thresholds,
        IReadOnlyList<Percent> discounts
    )
    {
        var margins = discounts.Select(d => UnitMargins.Of(unit, d)).ToList();
        var rows = thresholds
            .Select(threshold =>
            {
                var estimate = anyway.At(threshold);
                return (IReadOnlyList<CostCell>)
                    [
                        .. margins.Select(m => new CostCell(
                            threshold,
                            m.Discount,
                            m.Subsidy(estimate.Spent > Money.Zero ? estimate.Spent : Money.Zero),
                            m.BreakEvenUplift
                        )),
                    ];
            })
            .ToList();
        return new(thresholds, discounts, rows);
    }

    /// <summary>Round thresholds within the limits (1, 2 and 5 of each power of ten) and the chosen one.</summary>
    public static IReadOnlyList<Money> ThresholdsAround(Money chosen, ProgramLimits limits)
    {
        var thresholds = new SortedSet<Money> { chosen };
        for (var power = 1L; power <= limits.HighestThreshold; power *= 10)
        {
            foreach (var digit in (ReadOnlySpan<long>)[1, 2, 5])
            {
                if (digit * power >= limits.LowestThreshold && digit * power <= limits.HighestThreshold)
                    thresholds.Add(Money.FromUnits(digit * power));
            }
        }
        return [.. thresholds];
    }

    /// <summary>Round discounts within the limits and the chosen one.</summary>
    public static IReadOnlyList<Percent> DiscountsAround(Percent chosen, ProgramLimits limits) =>
        [
            .. RoundDiscounts
                .Where(d => d >= limits.LowestDiscount && d <= limits.HighestDiscount)
                .Select(Percent.FromWhole)
                .Append(chosen)
                .Distinct()
                .Order(),
        ];
}

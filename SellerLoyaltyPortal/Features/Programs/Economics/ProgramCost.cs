using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Economics;

/// <summary>
/// What an offer costs and what would have to change for it to pay (F3–F7). Nothing here says what will
/// change: that nobody knows before it is measured.
/// </summary>
public sealed record ProgramCost
{
    private ProgramCost(AnywayEstimate anyway, UnitMargins margins, int nearBuyers, Money typicalOrder)
    {
        (Anyway, Margins) = (anyway, margins);
        YearlySubsidy = margins.Subsidy(Positive(anyway.Spent));
        if (margins.CanPay && anyway.Buyers > 0)
        {
            ExtraSalesOfQualified = Divide(YearlySubsidy, margins.After);
            ExtraPerQualified = ExtraSalesOfQualified.Value.Fraction(1, anyway.Buyers);
            ExtraOrdersPerQualified = Orders(ExtraPerQualified.Value, typicalOrder);
        }
        if (margins.Before > 0 && nearBuyers > 0)
        {
            ExtraPerNear = Divide(YearlySubsidy, margins.Before).Fraction(1, nearBuyers);
            ExtraOrdersPerNear = Orders(ExtraPerNear.Value, typicalOrder);
        }
    }

    public AnywayEstimate Anyway { get; }

    public UnitMargins Margins { get; }

    /// <summary>[d(1−k−c)+c] × what is spent anyway: paid to people who would have come without it, in a year.</summary>
    public Money YearlySubsidy { get; }

    /// <summary>
    /// Undiscounted sales more that those who get it would have to make in a year to pay for it; null where
    /// no amount does.
    /// </summary>
    public Money? ExtraSalesOfQualified { get; }

    public Money? ExtraPerQualified { get; }

    /// <summary>The same in typical orders a buyer and year.</summary>
    public double? ExtraOrdersPerQualified { get; }

    /// <summary>
    /// If nobody who gets it bought more: undiscounted sales more that each near buyer would have to make on
    /// the way to the threshold.
    /// </summary>
    public Money? ExtraPerNear { get; }

    public double? ExtraOrdersPerNear { get; }

    /// <param name="anyway">At the offer's threshold.</param>
    /// <param name="margins">At its discount.</param>
    /// <param name="nearBuyers">Who are one typical order away now.</param>
    /// <param name="typicalOrder">Zero where there is none.</param>
    public static ProgramCost Of(
        AnywayEstimate anyway,
        UnitMargins margins,
        int nearBuyers,
        Money typicalOrder
    ) => new(anyway, margins, nearBuyers, typicalOrder);

    /// <summary>The part of the year's subsidy that a seller is bound to before they can leave.</summary>
    public Money Committed(int days) => YearlySubsidy.Fraction(days, AnywayCurve.YearDays);

    // Buyers whose returns outweigh their purchases take nothing from the subsidy of others.
    private static Money Positive(Money amount) => amount > Money.Zero ? amount : Money.Zero;

    private static Money Divide(Money amount, decimal by) =>
        Money.FromDecimal(decimal.Round(amount.ToDecimal() / by, 4, MidpointRounding.ToEven));

    private static double? Orders(Money extra, Money typicalOrder) =>
        typicalOrder > Money.Zero ? (double)extra.TenThousandths / typicalOrder.TenThousandths : null;
}

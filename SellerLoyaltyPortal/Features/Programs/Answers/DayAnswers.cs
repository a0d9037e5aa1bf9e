using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Answers;

/// <summary>
/// Every answer of one seller on one business day, from one state of the ledger: immutable, read by any
/// number of threads. The as-of date is the day itself, so what is bought today counts today; the offer is
/// the version that holds on the day, whole days only.
/// </summary>
public sealed class DayAnswers
{
    private readonly PurchaseColumns _columns;
    private readonly BuyerTotals? _totals;
    private readonly QualifyingUntil? _until;
    private readonly ThresholdDiscount? _terms;

    private DayAnswers(PurchaseColumns columns, EffectiveOffer? offer, DayNumber day, BuyerTotals? totals)
    {
        (_columns, Offer, Day, _totals) = (columns, offer, day, totals);
        if (offer is null)
            return;
        _terms = TermsOf(offer.Mechanic);
        _until = new(totals!, _terms.Threshold);
    }

    public DayNumber Day { get; }

    /// <summary>Null where the seller offers nothing on the day.</summary>
    public EffectiveOffer? Offer { get; }

    /// <summary>Every event of the ledger up to this one is in the answers.</summary>
    public long LedgerSequence => _columns.LedgerSequence;

    /// <summary>Buyers whom the seller knows.</summary>
    public int Buyers => _columns.BuyerCount;

    /// <summary>The state of the ledger that is kept with the answers.</summary>
    internal PurchaseColumns Columns => _columns;

    /// <summary>What a snapshot has to carry to answer for an offer.</summary>
    public static PurchaseColumnSet Needs(EffectiveOffer? offer) =>
        offer is null ? PurchaseColumnSet.None : TermsOf(offer.Mechanic).Rule.Needs;

    /// <param name="columns">The ledger, with what the offer needs.</param>
    /// <param name="offer">What holds on the day; null for nothing.</param>
    /// <param name="day">The as-of date.</param>
    public static DayAnswers Of(PurchaseColumns columns, EffectiveOffer? offer, DayNumber day) =>
        new(
            columns,
            offer,
            day,
            offer is null ? null : BuyerTotalsCalculator.Calculate(columns, TermsOf(offer.Mechanic).Rule, day)
        );

    /// <summary>
    /// The same on a later state of the ledger, or of another offer or day. Straight after an append only the
    /// buyers that it concerns are added up again.
    /// </summary>
    public DayAnswers After(PurchaseColumns columns, EffectiveOffer? offer, DayNumber day) =>
        _totals is not null && offer is not null && day == Day && TermsOf(offer.Mechanic).Rule == _totals.Rule
            ? new(columns, offer, day, BuyerTotalsCalculator.Update(_totals, columns))
            : Of(columns, offer, day);

    /// <summary>Whether this is what <see cref="Of"/> would make.</summary>
    public bool IsOf(long ledgerSequence, EffectiveOffer? offer, DayNumber day) =>
        ledgerSequence == LedgerSequence && day == Day && offer == Offer;

    /// <summary>One buyer's answer; takes well under a microsecond.</summary>
    public LoyaltyAnswer For(BuyerId id)
    {
        if (_terms is null)
            return new(AnswerReason.NoProgram, default, Money.Zero, null, null, null);
        var (threshold, rule) = (_terms.Threshold, _terms.Rule);
        if (!_columns.Buyers.TryFind(id, out var buyer))
            return new(
                AnswerReason.UnknownBuyer,
                default,
                Money.Zero,
                threshold,
                rule.LeastQualifying(threshold),
                null
            );
        var total = _totals!.Of(buyer);
        return _totals.Qualifies(buyer, threshold)
            ? new(AnswerReason.Qualifies, _terms.Discount, total, threshold, null, UntilOf(buyer))
            : new(
                AnswerReason.BelowThreshold,
                default,
                total,
                threshold,
                rule.LeastQualifying(threshold) - total,
                null
            );
    }

    private DayNumber UntilOf(int buyer)
    {
        var rolled = _until!.Of(buyer);
        return Offer!.LastDay is { } last && last < rolled ? last : rolled;
    }

    private static ThresholdDiscount TermsOf(Mechanic mechanic) =>
        mechanic.Kind switch
        {
            MechanicKind.ThresholdDiscount => (ThresholdDiscount)mechanic,
        };
}

using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

/// <summary>
/// Everything that can be asked of a ledger under one rule on one date. <see cref="NaiveAnswers"/> and
/// <see cref="EngineAnswers"/> answer it in the same words, so that comparing them is comparing two lists of text.
/// </summary>
internal sealed record EligibilityQuestion(
    EligibilityRule Rule,
    DayNumber AsOf,
    Money Threshold,
    Money TypicalOrder
)
{
    /// <summary>Days looked ahead.</summary>
    public int Horizon { get; init; } = 400;

    /// <summary>What a changed offer would count instead.</summary>
    public EligibilityRule ChangedRule =>
        Rule with
        {
            WindowDays = Rule.WindowDays / 2 + 1,
            PriceBase = (PriceBase)(((int)Rule.PriceBase + 1) % 3),
            CountDiscounted = !Rule.CountDiscounted,
        };

    public DayNumber LaterDate => AsOf + 45;

    public DayRange Dates => new(AsOf - 45, AsOf + Horizon);

    /// <summary>Thresholds that are asked one by one: the question's own and every total, with their neighbours.</summary>
    public IEnumerable<Money> Thresholds(IEnumerable<Money> totals) =>
        from total in totals.Distinct().Order().Append(Threshold)
        from off in new[] { -100, -1, 0, 1, 100 }
        select total + new Money(off);

    /// <summary>Dates for which what is lacking is asked: today, soon, while the window lasts, and after it.</summary>
    public IEnumerable<DayNumber> NeededOn =>
        new[] { 0, 1, 100, Math.Min(Rule.WindowDays - 1, 5_000), Math.Min(Rule.WindowDays, 5_000) }.Select(
            d => AsOf + d
        );
}

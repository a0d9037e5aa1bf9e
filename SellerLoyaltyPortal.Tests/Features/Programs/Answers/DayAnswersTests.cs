using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Features.Programs.Answers;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Features.Eligibility;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Answers;

public sealed class DayAnswersTests
{
    private static readonly DayNumber Day = DayNumber.Of(2025, 3, 1);

    [Theory]
    [InlineData(4_999.99, AnswerReason.BelowThreshold, 0.01)]
    [InlineData(5_000, AnswerReason.Qualifies, null)]
    [InlineData(5_000.01, AnswerReason.Qualifies, null)]
    public void For_AroundTheThreshold_TellsWhatIsMissing(double total, AnswerReason reason, double? missing)
    {
        var answers = DayAnswers.Of(Ledger((1, Day - 10, (decimal)total)), Offer(), Day);

        var answer = answers.For(SeededLedgers.IdOf(1));

        Assert.Equal(reason, answer.Reason);
        Assert.Equal(reason == AnswerReason.Qualifies ? 10 : 0, answer.Discount.ToDecimal());
        Assert.Equal((decimal)total, answer.Total.ToDecimal());
        Assert.Equal(Money.FromUnits(5_000), answer.Threshold);
        Assert.Equal((decimal?)missing, answer.Missing?.ToDecimal());
    }

    [Fact]
    public void For_UnknownBuyer_IsNoDiscountAndTheWholeThresholdAway()
    {
        var answer = DayAnswers.Of(Ledger((1, Day, 9_000)), Offer(), Day).For(new("nobody"));

        Assert.Equal(
            new LoyaltyAnswer(
                AnswerReason.UnknownBuyer,
                default,
                Money.Zero,
                Money.FromUnits(5_000),
                Money.FromUnits(5_000),
                null
            ),
            answer
        );
    }

    [Fact]
    public void For_WithoutAnOffer_IsNoDiscount()
    {
        var answer = DayAnswers.Of(Ledger((1, Day, 9_000)), offer: null, Day).For(SeededLedgers.IdOf(1));

        Assert.Equal(AnswerReason.NoProgram, answer.Reason);
        Assert.Equal((0, null, null), (answer.Discount.BasisPoints, answer.Threshold, answer.Missing));
    }

    [Fact]
    public void For_AboveIsAsked_ExactlyTheThresholdLacksTheLeastAmount()
    {
        var rule = new EligibilityRule { Boundary = ThresholdBoundary.Above };
        var answer = DayAnswers
            .Of(Ledger((1, Day, 5_000)), Offer(rule: rule), Day)
            .For(SeededLedgers.IdOf(1));

        Assert.Equal((AnswerReason.BelowThreshold, new Money(1)), (answer.Reason, answer.Missing));
    }

    [Theory]
    [InlineData(null, 354)]
    [InlineData(20, 20)]
    [InlineData(400, 354)]
    public void For_Qualifying_HoldsUntilTheWindowOrTheOfferEnds(int? offerEnds, int expected)
    {
        var offer = Offer(lastDay: offerEnds is { } days ? Day + days : null);
        var answers = DayAnswers.Of(Ledger((1, Day - 10, 6_000), (1, Day - 200, 100)), offer, Day);

        Assert.Equal(Day + expected, answers.For(SeededLedgers.IdOf(1)).Until);
    }

    [Fact]
    public void For_SeededLedgers_EqualTheNaiveRecomputation()
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var lines = SeededLedgers.Lines(seed);
            var columns = SeededLedgers.Columns(lines);
            var offer = Offer(threshold: 200);
            var rule = ((ThresholdDiscount)offer.Mechanic).Rule;
            foreach (var day in Enumerable.Range(0, 9).Select(i => SeededLedgers.FirstDay + i * 100))
            {
                var answers = DayAnswers.Of(columns, offer, day);
                var naive = NaiveEligibility.Totals(lines, rule, day);
                foreach (var key in lines.Select(l => l.BuyerKey).Distinct())
                {
                    var isIn = naive.TryGetValue(key, out var total);
                    var answer = answers.For(SeededLedgers.IdOf(key));
                    Assert.Equal(total, answer.Total);
                    Assert.Equal(
                        isIn && total >= Money.FromUnits(200),
                        answer.Reason == AnswerReason.Qualifies
                    );
                }
            }
        }
    }

    [Fact]
    public void After_AnAppend_EqualsAnswersMadeAnew()
    {
        var before = Ledger((1, Day - 10, 4_000), (2, Day - 20, 6_000));
        var changes = new LedgerChanges();
        changes.AddBuyer(3, SeededLedgers.IdOf(3));
        changes.Add(Line(3, Day, 7_000));
        changes.Add(Line(1, Day, 1_000));
        var after = before.Append(changes, 9);

        var updated = DayAnswers.Of(before, Offer(), Day).After(after, Offer(), Day);
        var anew = DayAnswers.Of(after, Offer(), Day);

        Assert.Equal(9, updated.LedgerSequence);
        foreach (var key in (long[])[1, 2, 3, 4])
        {
            Assert.Equal(anew.For(SeededLedgers.IdOf(key)), updated.For(SeededLedgers.IdOf(key)));
        }
        Assert.Equal(AnswerReason.Qualifies, updated.For(SeededLedgers.IdOf(1)).Reason);
    }

    [Fact]
    public void After_AnotherDayOfferOrRule_EqualsAnswersMadeAnew()
    {
        // The second buyer's purchase rolls out of the year after ten days, out of 30 days at once.
        var columns = Ledger((1, Day - 10, 6_000), (2, Day - 355, 6_000), (3, Day - 20, 4_000));
        var shortRule = EligibilityRule.Default with { WindowDays = 30 };
        (EffectiveOffer? Offer, DayNumber Day)[] states =
        [
            (Offer(), Day),
            (Offer(), Day + 30),
            (Offer(), Day - 15),
            (Offer(threshold: 3_000), Day),
            (Offer(rule: shortRule), Day),
            (Offer(rule: shortRule), Day + 30),
            (null, Day),
        ];
        foreach (var from in states)
        foreach (var to in states)
        {
            var anew = DayAnswers.Of(columns, to.Offer, to.Day);

            var after = DayAnswers.Of(columns, from.Offer, from.Day).After(columns, to.Offer, to.Day);

            Assert.Equal((to.Offer, to.Day), (after.Offer, after.Day));
            foreach (var key in (long[])[1, 2, 3, 4])
                Assert.Equal(anew.For(SeededLedgers.IdOf(key)), after.For(SeededLedgers.IdOf(key)));
        }
    }

    [Fact]
    public void IsOf_LedgerOfferAndDay_AllMustBeTheSame()
    {
        var columns = Ledger((1, Day, 6_000));
        var offer = Offer();
        var answers = DayAnswers.Of(columns, offer, Day);
        var sequence = columns.LedgerSequence;

        Assert.True(answers.IsOf(sequence, offer, Day));
        Assert.True(answers.IsOf(sequence, offer with { }, Day));
        Assert.False(answers.IsOf(sequence + 1, offer, Day));
        Assert.False(answers.IsOf(sequence, offer, Day + 1));
        Assert.False(answers.IsOf(sequence, null, Day));
        Assert.False(answers.IsOf(sequence + 1, null, Day));
        Assert.False(answers.IsOf(sequence, Offer(threshold: 4_000), Day + 1));
        Assert.False(answers.IsOf(sequence + 1, offer, Day + 1));
    }

    private static EffectiveOffer Offer(
        int threshold = 5_000,
        EligibilityRule? rule = null,
        DayNumber? lastDay = null
    ) =>
        new(
            1,
            2,
            new ThresholdDiscount(
                Money.FromUnits(threshold),
                Percent.FromWhole(10),
                rule ?? EligibilityRule.Default
            ),
            Day - 5,
            lastDay
        );

    private static PurchaseColumns Ledger(params (long Buyer, DayNumber Day, decimal Amount)[] lines) =>
        SeededLedgers.Columns(lines.Select(l => Line(l.Buyer, l.Day, l.Amount)));

    private static LedgerLine Line(long buyer, DayNumber day, decimal amount) =>
        new(buyer, day, Money.FromDecimal(amount), Money.FromDecimal(amount), Money.FromDecimal(amount));
}

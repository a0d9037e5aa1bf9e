using FsCheck;
using FsCheck.Fluent;
using SellerLoyaltyPortal.Features.Eligibility;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Eligibility;

/// <summary>
/// Every question under every choice of the rule, on dates past and future: of a ledger carried on append by
/// append, of the same ledger built at once, and of its lines read naively.
/// </summary>
public sealed class EveryAnswerTests
{
    // As long as a window can be, as long as a ledger can be, and those that people choose.
    private static readonly EligibilityRule[] Rules =
    [
        .. NaiveEligibility.AllRules(1, 2, 30, 364, 365, 366, 3_650, 65_536, int.MaxValue),
    ];

    private static readonly Gen<EligibilityQuestion> Question =
        from rule in Gen.Elements(Rules)
        from later in Gen.Elements(-366, -365, -1, 0, 1, 200, 364, 365, 730, 20_000)
        from off in Gen.Elements(-100, -1, 0, 1, 100)
        from threshold in Gen.Elements(LedgerArbitrary.Threshold, Money.Zero, Money.FromUnits(-700))
        from order in Gen.Elements(0L, 1, 100, 5_000_000, 3_000_000_000_000)
        from horizon in Gen.Elements(1, 40, 40, 400)
        select new EligibilityQuestion(
            rule,
            LedgerArbitrary.AsOf + later,
            threshold + new Money(off),
            new Money(order)
        )
        {
            Horizon = horizon,
        };

    [Fact]
    public void After_AnyHistory_AnswersEverythingAsNaiveAndAsARebuild() =>
        Prop.ForAll(
                LedgerArbitrary.Histories,
                Question.ToArbitrary(),
                (batches, question) =>
                {
                    var ledger = new VersionedLedger();
                    var (rule, asOf) = (question.Rule, question.AsOf);
                    var state = EligibilityState.Of(SeededLedgers.Columns([]), rule, asOf);
                    foreach (var batch in batches)
                    {
                        state = state.After(
                            state.Columns.Append(ledger.Apply(batch), state.LedgerSequence + 1)
                        );
                        if (batch.Length == 2)
                            state = state.After(state.Columns.Compact());
                    }
                    AssertAnswers(ledger, state, question);
                    AssertAnswers(ledger, EligibilityState.Of(state.Columns.Compact(), rule, asOf), question);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Theory]
    [InlineData(141)]
    [InlineData(142)]
    public void After_SeededLedgerInManyLayers_AnswersEverythingUnderEveryRule(int seed)
    {
        var lines = SeededLedgers.Lines(seed, buyers: 12, lines: 90);
        var events = lines.Select((l, i) => new LedgerEvent(i, 1, l)).ToArray();
        var random = new Random(seed);
        foreach (var rule in NaiveEligibility.AllRules(90, 365))
        {
            var asOf = SeededLedgers.FirstDay + random.Next(-100, SeededLedgers.Days + 400);
            var question = new EligibilityQuestion(
                rule,
                asOf,
                Money.FromUnits(random.Next(50, 300)),
                Money.FromUnits(60)
            )
            {
                Horizon = 100,
            };
            var ledger = new VersionedLedger();
            ledger.Apply(events[..20]);
            var state = EligibilityState.Of(SeededLedgers.Columns(ledger.Lines), rule, asOf);
            foreach (var happened in events[20..])
                state = state.After(state.Columns.Append(ledger.Apply([happened]), state.LedgerSequence + 1));
            AssertAnswers(ledger, state, question);
        }
    }

    private static void AssertAnswers(
        VersionedLedger ledger,
        EligibilityState state,
        EligibilityQuestion question
    )
    {
        long[] buyers =
        [
            .. Enumerable.Range(0, state.Columns.BuyerCount).Select(state.Columns.Buyers.KeyOf).Order(),
        ];
        Assert.Equal(
            new NaiveAnswers([.. ledger.Lines], buyers, question).All(),
            new EngineAnswers(state, question).All()
        );
    }
}

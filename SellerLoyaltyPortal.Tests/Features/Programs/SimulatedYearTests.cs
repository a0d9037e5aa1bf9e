using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Answers;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Features.Eligibility;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs;

/// <summary>
/// A year and a quarter of a seller's life by a seed: purchases, late purchases, returns, launches, edits,
/// withdrawals, ends, days on which the clock's service is down. On every day every buyer's answer equals a
/// recomputation from plain lists that shares no code with the portal but the kernel's values.
/// </summary>
public sealed class SimulatedYearTests
{
    private const int Buyers = 25;
    private const int Days = 460;

    private readonly List<LedgerLine> _lines = [];
    private readonly List<NewPurchaseLine> _stored = [];

    // By day: the version and terms that were decided for it; a decision writes all days from its first on.
    private readonly Dictionary<DayNumber, (int Version, ThresholdDiscount Terms)> _decided = [];

    [Theory]
    [InlineData(1, "Europe/London")]
    [InlineData(2, "Europe/Moscow")]
    public async Task EveryDay_EveryBuyer_EqualsANaiveRecomputation(int seed, string zone)
    {
        var random = new Random(seed);
        using var desk = await ProgramDesk.OpenAsync(
            zone,
            new DateTimeOffset(2025, 12, 20, 9, 0, 0, TimeSpan.Zero)
        );
        var answers = desk.NewAnswers();
        var first = desk.Owner.Calendar.DayOf(desk.Clock.GetUtcNow());
        var (reasons, versions, refused) = (new HashSet<AnswerReason>(), new HashSet<(long?, int?)>(), 0);
        for (var day = first; day < first + Days; day += 1)
        {
            // Some hour of the day, the first and the last instant among them.
            var start = desk.Owner.Calendar.StartOf(day);
            var length = desk.Owner.Calendar.StartOf(day + 1) - start;
            var at = random.Next(4) switch
            {
                0 => start,
                1 => start + length - TimeSpan.FromMilliseconds(1),
                _ => start + length * random.NextDouble(),
            };
            if (at > desk.Clock.GetUtcNow())
                desk.Clock.MoveTo(at);
            if (random.Next(3) > 0)
                await desk.Due.RunAsync(CancellationToken.None);
            await TradeAsync(desk, random, day);
            refused += await DecideAsync(desk, random, day);

            // Half a second later everything that was stored is in the answers, unless the day is over.
            if (
                desk.Clock.GetUtcNow() + TimeSpan.FromMilliseconds(600)
                < desk.Owner.Calendar.StartOf(day + 1)
            )
                desk.Clock.Advance(TimeSpan.FromMilliseconds(600));
            else
                answers = desk.NewAnswers();
            var current = (await answers.GetAsync(desk.Owner.SellerId, CancellationToken.None)).Answers;
            Compare(current, day, reasons);
            versions.Add((current.Offer?.ProgramId, current.Offer?.Version));
        }
        // The seed made a life worth testing.
        Assert.Equal(Enum.GetValues<AnswerReason>().Length, reasons.Count);
        Assert.True(versions.Count > 6, $"{versions.Count} versions were in force.");
        Assert.True(refused > 0);
    }

    private void Compare(DayAnswers current, DayNumber day, HashSet<AnswerReason> reasons)
    {
        Assert.Equal(day, current.Day);
        var offered = _decided.TryGetValue(day, out var decided);
        Assert.Equal(offered ? decided.Version : null, current.Offer?.Version);
        Dictionary<long, Money> totals = offered
            ? NaiveEligibility.Totals(_lines, decided.Terms.Rule, day)
            : [];
        for (var buyer = 0L; buyer <= Buyers; buyer++)
        {
            var answer = current.For(SeededLedgers.IdOf(buyer));
            reasons.Add(answer.Reason);
            if (!offered)
            {
                Assert.Equal(AnswerReason.NoProgram, answer.Reason);
                continue;
            }
            var total = totals.GetValueOrDefault(buyer);
            var threshold = decided.Terms.Threshold;
            var qualifies = totals.ContainsKey(buyer) && total >= threshold;
            var isKnown = _lines.Any(l => l.BuyerKey == buyer);
            Assert.Equal(
                qualifies ? AnswerReason.Qualifies
                    : isKnown ? AnswerReason.BelowThreshold
                    : AnswerReason.UnknownBuyer,
                answer.Reason
            );
            Assert.Equal(qualifies ? decided.Terms.Discount : default, answer.Discount);
            Assert.Equal(total, answer.Total);
            Assert.Equal(qualifies ? null : threshold - total, answer.Missing);
            if (qualifies)
                Assert.Equal(UntilOf(buyer, day, decided), answer.Until);
        }
    }

    // Day by day: as long as the same version is decided for it and what is bought by now suffices.
    private DayNumber? UntilOf(long buyer, DayNumber day, (int Version, ThresholdDiscount Terms) decided)
    {
        List<LedgerLine> own = [.. _lines.Where(l => l.BuyerKey == buyer && l.BoughtOn <= day)];
        var until = day;
        while (
            _decided.TryGetValue(until + 1, out var next)
            && next.Version == decided.Version
            && NaiveEligibility.Totals(own, decided.Terms.Rule, until + 1).TryGetValue(buyer, out var later)
            && later >= decided.Terms.Threshold
        )
            until += 1;
        return until;
    }

    private async Task TradeAsync(ProgramDesk desk, Random random, DayNumber day)
    {
        for (var i = random.Next(3); i > 0; i--)
        {
            // Buyer 0 never buys: nobody knows them. Some purchases reach the ledger days late.
            var buyer = 1 + (long)(Buyers * random.NextDouble() * random.NextDouble());
            var boughtOn = random.Next(5) == 0 ? day - random.Next(1, 200) : day;
            var amount = Money.FromUnits(random.Next(1, 60) * 50L);
            var quantity = random.Next(1, 4);
            var id = $"line-{_stored.Count}";
            var line = new NewPurchaseLine
            {
                Buyer = SeededLedgers.IdOf(buyer),
                LineId = id,
                OrderId = id,
                Sku = "sku",
                Quantity = quantity,
                ListAmount = amount,
                SellerAmount = amount,
                PaidAmount = amount,
                BoughtAt = desk.Owner.Calendar.StartOf(boughtOn).AddHours(12),
            };
            await StoreAsync(desk, line);
            _stored.Add(line);
            _lines.Add(new(buyer, boughtOn, amount, amount, amount, quantity));
        }
        if (_stored.Count == 0 || random.Next(4) > 0)
            return;
        // A return is a later version of its line.
        var index = random.Next(_stored.Count);
        var (sold, known) = (_stored[index], _lines[index]);
        var returned = random.Next(0, (int)sold.Quantity + 1);
        _stored[index] = sold with
        {
            Version = sold.Version + 1,
            ReturnedQuantity = returned,
            ReturnedAt = returned == 0 ? null : desk.Owner.Calendar.StartOf(day).AddHours(12),
        };
        _lines[index] = known with { ReturnedQuantity = returned, ReturnedOn = returned == 0 ? null : day };
        await StoreAsync(desk, _stored[index]);
    }

    private static Task<IReadOnlyList<AppendOutcome>> StoreAsync(ProgramDesk desk, NewPurchaseLine line) =>
        desk.Ledger.AppendAsync(desk.Owner.SellerId, [line], CancellationToken.None);

    /// <returns>1 where the portal refused.</returns>
    private async Task<int> DecideAsync(ProgramDesk desk, Random random, DayNumber day)
    {
        if (random.Next(6) > 0)
            return 0;
        await desk.Due.RunAsync(CancellationToken.None);
        var terms = ProgramDesk.Offer(random.Next(10, 60) * 100, random.Next(3, 30));
        var running = await desk.List.RunningAsync(desk.Owner, CancellationToken.None);
        if (running is null)
        {
            var draft = await desk.Save.RunAsync(desk.Owner, new(null, null, "Offer", terms, 30), default);
            await desk.Launch.RunAsync(desk.Owner, draft.Value.Id, draft.Value.Revision, default);
            Write(day + 1, null, (1, terms));
            return 0;
        }
        if (running.Status == ProgramStatus.Scheduled)
        {
            await desk.Withdraw.RunAsync(desk.Owner, running.Id, running.Revision, default);
            Write(day + 1, null, null);
            return 0;
        }
        if (random.Next(3) > 0)
        {
            var result = await desk.Revise.RunAsync(desk.Owner, running.Id, running.Revision, terms, default);
            if (!result.TryGet(out var changed))
                return 1;
            Write(day + 1, null, (changed.Next!.Number, terms));
            return 0;
        }
        var lastDay = day + random.Next(0, 5);
        var ended = await desk.End.RunAsync(desk.Owner, running.Id, running.Revision, lastDay, default);
        if (!ended.IsSuccess)
            return 1;
        Write(lastDay + 1, null, null);
        return 0;
    }

    private void Write(DayNumber from, DayNumber? to, (int, ThresholdDiscount)? decision)
    {
        for (var day = from; day <= (to ?? from + 2 * Days); day += 1)
        {
            if (decision is { } made)
                _decided[day] = made;
            else
                _decided.Remove(day);
        }
    }
}

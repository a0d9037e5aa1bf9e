using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Answers;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs;

public sealed class LoyaltyAnswersTests
{
    [Fact]
    public async Task Get_PurchaseStoredASecondAgo_IsInTheAnswer()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();
        var answers = desk.NewAnswers();
        await desk.BuyAsync("a", active.StartsOn!.Value, 4_000);
        Assert.Equal(AnswerReason.BelowThreshold, (await AskAsync(desk, answers, "a")).Reason);

        await desk.BuyAsync("a", active.StartsOn!.Value, 1_000);
        desk.Clock.Advance(TimeSpan.FromSeconds(1));

        var after = await AskAsync(desk, answers, "a");
        Assert.Equal((AnswerReason.Qualifies, Percent.FromWhole(10)), (after.Reason, after.Discount));
        Assert.Equal(active.StartsOn.Value + 364, after.Until);
    }

    [Fact]
    public async Task Get_InTheQuarterSecondAfterALook_IsTheSameAndAsksNothing()
    {
        using var desk = await ProgramDesk.OpenAsync();
        await desk.ActiveAsync();
        var answers = desk.NewAnswers();
        var first = await answers.GetAsync(desk.Owner.SellerId, CancellationToken.None);

        desk.Clock.Advance(TimeSpan.FromMilliseconds(249));
        var second = answers.GetAsync(desk.Owner.SellerId, CancellationToken.None);

        Assert.True(second.IsCompletedSuccessfully);
        Assert.Same(first, await second);
    }

    [Fact]
    public async Task Get_SomebodyAsksForMoreColumns_GoesOverToThemInsteadOfKeepingTheLedgerTwice()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();
        await desk.BuyAsync("a", active.StartsOn!.Value, 6_000);
        var answers = desk.NewAnswers();
        var narrow = await answers.GetAsync(desk.Owner.SellerId, CancellationToken.None);
        Assert.Equal(PurchaseColumnSet.SellerPrice, narrow.Answers.Columns.Columns);
        var before = await AskAsync(desk, answers, "a");

        var whole = await desk.Snapshots.GetWholeAsync(desk.Owner.SellerId, CancellationToken.None);
        desk.Clock.Advance(TimeSpan.FromSeconds(1));

        var wide = await answers.GetAsync(desk.Owner.SellerId, CancellationToken.None);
        Assert.Same(whole.Columns, wide.Answers.Columns);
        Assert.Equal(before, await AskAsync(desk, answers, "a"));
    }

    [Fact]
    public async Task Get_VersionChangesAtMidnight_AnswersByTheNewOneFromThatInstant()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();
        var tomorrow = active.StartsOn!.Value + 1;
        await desk.BuyAsync("a", active.StartsOn.Value, 4_000);
        await desk.Revise.RunAsync(
            desk.Owner,
            active.Id,
            active.Revision,
            ProgramDesk.Offer(3_000, 15),
            CancellationToken.None
        );
        var answers = desk.NewAnswers();
        desk.Clock.MoveTo(desk.Owner.Calendar.StartOf(tomorrow).AddMilliseconds(-1));
        Assert.Equal(AnswerReason.BelowThreshold, (await AskAsync(desk, answers, "a")).Reason);

        desk.Clock.Advance(TimeSpan.FromMilliseconds(1));

        // The clock's step has not been taken: the decision counts.
        Assert.Equal(Percent.FromWhole(15), (await AskAsync(desk, answers, "a")).Discount);
        var current = await answers.GetAsync(desk.Owner.SellerId, CancellationToken.None);
        Assert.Equal((2, tomorrow), (current.Answers.Offer!.Version, current.Answers.Day));
        Assert.Equal(desk.Owner.Calendar.StartOf(tomorrow + 1), current.ValidUntil);
    }

    [Fact]
    public async Task Get_LastDayOver_IsNoProgramAtOnce()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var ending = await desk.EndingAsync();
        await desk.BuyAsync("a", ending.StartsOn!.Value, 6_000);
        var answers = desk.NewAnswers();
        desk.Clock.MoveTo(desk.Owner.Calendar.StartOf(ending.LastDay!.Value + 1).AddMilliseconds(-1));
        var last = await AskAsync(desk, answers, "a");

        desk.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal((AnswerReason.Qualifies, ending.LastDay), (last.Reason, last.Until));
        Assert.Equal(AnswerReason.NoProgram, (await AskAsync(desk, answers, "a")).Reason);
    }

    [Fact]
    public async Task Get_BuyerOfAnotherSeller_IsUnknown()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var other = await desk.AddSellerAsync("other");
        var active = await desk.ActiveAsync();
        await desk.BuyAsync("theirs", active.StartsOn!.Value, 9_000, other);

        Assert.Equal(AnswerReason.UnknownBuyer, (await AskAsync(desk, desk.NewAnswers(), "theirs")).Reason);
    }

    [Fact]
    public async Task Get_ManyAtOnceWhilePurchasesArrive_NeverGoBackInTime()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();
        var answers = desk.NewAnswers();
        var over = new CancellationTokenSource();
        var readers = Enumerable
            .Range(0, 8)
            .Select(_ =>
                Task.Run(async () =>
                {
                    var (seen, asked) = (0L, 0);
                    while (!over.IsCancellationRequested || asked == 0)
                    {
                        var current = await answers.GetAsync(desk.Owner.SellerId, CancellationToken.None);
                        Assert.True(current.Answers.LedgerSequence >= seen);
                        seen = current.Answers.LedgerSequence;
                        asked++;
                        await Task.Yield();
                    }
                    return asked;
                })
            )
            .ToList();
        for (var i = 0; i < 20; i++)
        {
            await desk.BuyAsync("a", active.StartsOn!.Value, 100);
            desk.Clock.Advance(TimeSpan.FromSeconds(1));
        }
        await over.CancelAsync();

        Assert.All(await Task.WhenAll(readers), asked => Assert.True(asked > 0));
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(Money.FromUnits(2_000), (await AskAsync(desk, answers, "a")).Total);
    }

    [Fact]
    public async Task OnDay_OfThePast_CountsWhatWasBoughtUpToIt()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();
        var first = active.StartsOn!.Value;
        await desk.BuyAsync("a", first + 2, 6_000);
        desk.Clock.Advance(TimeSpan.FromDays(5));
        var answers = desk.NewAnswers();

        var before = await answers.OnDayAsync(desk.Owner.SellerId, first + 1, CancellationToken.None);
        var on = await answers.OnDayAsync(desk.Owner.SellerId, first + 2, CancellationToken.None);

        Assert.Equal(AnswerReason.BelowThreshold, before.For(new("a")).Reason);
        Assert.Equal(AnswerReason.Qualifies, on.For(new("a")).Reason);
    }

    private static async Task<LoyaltyAnswer> AskAsync(
        ProgramDesk desk,
        LoyaltyAnswers answers,
        string buyer
    ) =>
        (await answers.GetAsync(desk.Owner.SellerId, CancellationToken.None)).Answers.For(new BuyerId(buyer));
}

using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Economics;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs;

public sealed class ChangeJournalTests
{
    [Fact]
    public async Task Read_AWholeLife_NamesEveryStepWithBeforeAndAfter()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var active = await desk.ActiveAsync();
        var changed = (
            await desk.Revise.RunAsync(
                desk.Owner,
                active.Id,
                active.Revision,
                ProgramDesk.Offer(3_000, 15),
                CancellationToken.None
            )
        ).Value;
        await desk.End.RunAsync(
            desk.Owner,
            active.Id,
            changed.Revision,
            active.EarliestLastDay!.Value,
            CancellationToken.None
        );

        var (entries, hasMore) = await ReadAsync(desk);

        Assert.False(hasMore);
        Assert.Equal(
            [
                ProgramStep.EndDecided,
                ProgramStep.Changed,
                ProgramStep.Activated,
                ProgramStep.Launched,
                ProgramStep.Created,
            ],
            entries.Select(e => e.Step!.Value)
        );
        Assert.Equal(
            [
                new ChangedField("Status", ProgramStatus.Active, ProgramStatus.Ending),
                new ChangedField("LastDay", null, active.EarliestLastDay),
            ],
            entries[0].Changes
        );
        Assert.Contains(new("NextThreshold", null, Money.FromUnits(3_000)), entries[1].Changes);
        Assert.Contains(new("NextDiscount", null, Percent.FromWhole(15)), entries[1].Changes);
        Assert.Equal((true, null), (entries[2].IsByClock, entries[2].By));
        Assert.Equal("desk-seller-Owner", entries[3].By);
        Assert.Contains(new("StartsOn", null, active.StartsOn), entries[3].Changes);
        Assert.Contains(new("Name", null, "Offer"), entries[4].Changes);
    }

    [Fact]
    public async Task Read_CostsAndDeletedDrafts_AreInIt()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var draft = await desk.DraftAsync("Short-lived");
        await desk.Delete.RunAsync(desk.Owner, draft.Id, draft.Revision, CancellationToken.None);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.LockOptionAsync(90);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await new SaveUnitEconomics(new(desk.Contexts), desk.Contexts, desk.Clock).RunAsync(
            desk.Owner,
            SellerUnitEconomics.Default with
            {
                Unit = UnitEconomics.Default with { UnitCost = Percent.FromWhole(40) },
                MarginFloor = Percent.FromWhole(5),
                TypicalOrder = Money.FromUnits(700),
                Revision = 1,
            },
            CancellationToken.None
        );

        var (entries, _) = await ReadAsync(desk);

        Assert.Equal(EconomicsChangeKind.UnitEconomics, entries[0].Costs);
        Assert.Equal(
            [
                new ChangedField("UnitCost", Percent.FromWhole(50), Percent.FromWhole(40)),
                new ChangedField("MarginFloor", new Percent(0), Percent.FromWhole(5)),
                new ChangedField("TypicalOrder", null, Money.FromUnits(700)),
                new ChangedField("OptionLockDays", 90, null),
            ],
            entries[0].Changes
        );
        Assert.All(entries[1].Changes, change => Assert.Null(change.Before));
        Assert.Equal((ProgramStep.Deleted, "Short-lived"), (entries[2].Step, entries[2].ProgramName));
        var (ofOne, _) = await new ChangeJournal(desk.Contexts).ReadAsync(
            desk.Owner,
            draft.Id,
            10,
            CancellationToken.None
        );
        Assert.Equal(2, ofOne.Count);
    }

    [Fact]
    public async Task Read_MoreThanAsked_SaysSo()
    {
        using var desk = await ProgramDesk.OpenAsync();
        for (var i = 0; i < 5; i++)
            await desk.DraftAsync($"Draft {i}");

        var (entries, hasMore) = await new ChangeJournal(desk.Contexts).ReadAsync(
            desk.Owner,
            null,
            4,
            CancellationToken.None
        );

        Assert.True(hasMore);
        Assert.Equal(["Draft 4", "Draft 3", "Draft 2", "Draft 1"], entries.Select(e => e.ProgramName));
    }

    [Fact]
    public async Task Read_OfAnotherSeller_IsEmpty()
    {
        using var desk = await ProgramDesk.OpenAsync();
        await desk.DraftAsync();
        await desk.LockOptionAsync(90);
        var stranger = await desk.AddSellerAsync("stranger");

        var (entries, _) = await new ChangeJournal(desk.Contexts).ReadAsync(
            stranger,
            null,
            10,
            CancellationToken.None
        );

        Assert.Empty(entries);
    }

    private static Task<(IReadOnlyList<JournalEntry> Entries, bool HasMore)> ReadAsync(ProgramDesk desk) =>
        new ChangeJournal(desk.Contexts).ReadAsync(desk.Owner, null, 50, CancellationToken.None);
}

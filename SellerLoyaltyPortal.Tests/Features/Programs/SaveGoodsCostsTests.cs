using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs;

public sealed class SaveGoodsCostsTests
{
    [Fact]
    public async Task Run_Twice_AddsReplacesAndKeepsTheRest()
    {
        using var desk = await ProgramDesk.OpenAsync();
        await Save(desk).RunAsync(desk.Owner, GoodsCostRows.Read("a;1\nb;2"), CancellationToken.None);

        var second = await Save(desk)
            .RunAsync(desk.Owner, GoodsCostRows.Read("b;3\nc;4\na;1"), CancellationToken.None);

        Assert.Equal((3, 2), second.Value);
        var stored = await new GoodsCosts(desk.Contexts).AllAsync(desk.Owner, CancellationToken.None);
        Assert.Equal(
            [("a", 1m), ("b", 3m), ("c", 4m)],
            stored.Select(c => (c.Key, c.Value.ToDecimal())).Order()
        );
        var (entries, _) = await JournalAsync(desk);
        Assert.Equal(
            [new ChangedField("GoodsWithCost", 2, 3), new ChangedField("GoodsCostsChanged", null, 2)],
            entries[0].Changes
        );
    }

    [Fact]
    public async Task Run_OneFault_StoresNothing()
    {
        using var desk = await ProgramDesk.OpenAsync();

        var result = await Save(desk)
            .RunAsync(desk.Owner, GoodsCostRows.Read("a;1\nb;x"), CancellationToken.None);

        Assert.Equal(["GoodsCostsHaveFaults"], result.Errors.Select(e => e.Code));
        Assert.Empty(await new GoodsCosts(desk.Contexts).AllAsync(desk.Owner, CancellationToken.None));
    }

    [Fact]
    public async Task Clear_Known_ForgetsThisSellersOnlyAndIsInTheJournal()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var other = await desk.AddSellerAsync("other");
        await Save(desk).RunAsync(desk.Owner, GoodsCostRows.Read("a;1"), CancellationToken.None);
        await Save(desk).RunAsync(other, GoodsCostRows.Read("a;9"), CancellationToken.None);

        var cleared = await Save(desk).ClearAsync(desk.Owner, CancellationToken.None);

        Assert.Equal(1, cleared.Value);
        Assert.Equal(0, await new GoodsCosts(desk.Contexts).CountAsync(desk.Owner, CancellationToken.None));
        Assert.Equal(1, await new GoodsCosts(desk.Contexts).CountAsync(other, CancellationToken.None));
        Assert.Equal(2, (await JournalAsync(desk)).Entries.Count);
    }

    [Fact]
    public async Task Run_NoOwnerAnyMore_IsRefused()
    {
        using var desk = await ProgramDesk.OpenAsync();
        await desk.RemoveMemberAsync(desk.Owner);

        var saved = await Save(desk).RunAsync(desk.Owner, GoodsCostRows.Read("a;1"), CancellationToken.None);
        var cleared = await Save(desk).ClearAsync(desk.Owner, CancellationToken.None);

        Assert.Equal(["OwnerRightsNeeded"], saved.Errors.Select(e => e.Code));
        Assert.Equal(["OwnerRightsNeeded"], cleared.Errors.Select(e => e.Code));
    }

    private static SaveGoodsCosts Save(ProgramDesk desk) =>
        new(new(desk.Contexts), desk.Contexts, desk.Clock);

    private static Task<(IReadOnlyList<JournalEntry> Entries, bool HasMore)> JournalAsync(ProgramDesk desk) =>
        new ChangeJournal(desk.Contexts).ReadAsync(desk.Owner, null, 20, CancellationToken.None);
}

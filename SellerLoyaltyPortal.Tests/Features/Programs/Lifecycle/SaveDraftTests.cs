using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Lifecycle;

public sealed class SaveDraftTests
{
    [Fact]
    public async Task Run_New_IsStoredAsGiven()
    {
        using var desk = await ProgramDesk.OpenAsync();

        var saved = (
            await desk.Save.RunAsync(
                desk.Owner,
                new(null, null, "  Черновик 3 ", ProgramDesk.Offer(1_000, 3), 45),
                CancellationToken.None
            )
        ).Value;

        Assert.Equal(saved, await desk.ReadAsync(saved.Id));
        Assert.Equal("Черновик 3", saved.Name);
        Assert.Equal(ProgramDesk.Offer(1_000, 3), saved.Mechanic);
        Assert.Equal(45, saved.MinimumLifeDays);
        Assert.Equal(ProgramStatus.Draft, saved.Status);
        Assert.Null(saved.StartsOn);
        var step = Assert.Single(await desk.StepsAsync(saved.Id));
        Assert.Equal((ProgramStep.Created, desk.Owner.UserId), (step.Step, step.By));
        Assert.Null(step.BeforeJson);
        Assert.Contains("Черновик 3", step.AfterJson, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "ProgramNameIsEmpty")]
    [InlineData("   ", "ProgramNameIsEmpty")]
    [InlineData("a\u0000b", "ProgramNameHasControlCharacters")]
    [InlineData("two\nlines", "ProgramNameHasControlCharacters")]
    public async Task Run_BadName_IsRefused(string name, string code)
    {
        using var desk = await ProgramDesk.OpenAsync();

        var result = await desk.Save.RunAsync(
            desk.Owner,
            new(null, null, name, ProgramDesk.Offer(), 30),
            CancellationToken.None
        );

        Assert.Equal([code], result.Errors.Select(e => e.Code));
        Assert.Empty(await desk.List.AllAsync(desk.Owner, CancellationToken.None));
    }

    [Fact]
    public async Task Run_NameAtItsLimit_IsStoredAndOneMoreIsNot()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var longest = new string('я', LoyaltyProgram.LongestName);

        Assert.Equal(longest, (await desk.DraftAsync(longest)).Name);
        var result = await desk.Save.RunAsync(
            desk.Owner,
            new(null, null, longest + "я", ProgramDesk.Offer(), 30),
            CancellationToken.None
        );

        Assert.Equal(["ProgramNameIsTooLong"], result.Errors.Select(e => e.Code));
    }

    [Fact]
    public async Task Run_SeveralFaults_SaysAllAndChangesNothing()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var draft = await desk.DraftAsync();

        var result = await desk.Save.RunAsync(
            desk.Owner,
            new(draft.Id, draft.Revision, " ", ProgramDesk.Offer(50, 90), 5),
            CancellationToken.None
        );

        Assert.Equal(
            ["ProgramNameIsEmpty", "ThresholdOutOfLimits", "DiscountOutOfLimits", "MinimumLifeOutOfLimits"],
            result.Errors.Select(e => e.Code)
        );
        Assert.Equal(draft, await desk.ReadAsync(draft.Id));
    }

    [Fact]
    public async Task Run_OfAnOlderRevision_IsRefusedAndKeepsTheOther()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var seen = await desk.DraftAsync();
        var first = await desk.Save.RunAsync(
            desk.Owner,
            new(seen.Id, seen.Revision, "First", ProgramDesk.Offer(), 30),
            CancellationToken.None
        );

        var second = await desk.Save.RunAsync(
            desk.Owner,
            new(seen.Id, seen.Revision, "Second", ProgramDesk.Offer(), 30),
            CancellationToken.None
        );

        Assert.True(first.IsSuccess);
        Assert.Equal(["ProgramChangedMeanwhile"], second.Errors.Select(e => e.Code));
        Assert.Equal("First", (await desk.ReadAsync(seen.Id)).Name);
    }

    [Fact]
    public async Task Run_MemberRemovedOrAnalyst_IsRefused()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var draft = await desk.DraftAsync();
        await desk.RemoveMemberAsync(desk.Owner);

        var result = await desk.Save.RunAsync(
            desk.Owner,
            new(draft.Id, draft.Revision, "Changed", ProgramDesk.Offer(), 30),
            CancellationToken.None
        );
        var copied = await desk.Duplicate.RunAsync(desk.Owner, draft.Id, n => n, CancellationToken.None);

        Assert.Equal(["OwnerRightsNeeded"], result.Errors.Select(e => e.Code));
        Assert.Equal(["OwnerRightsNeeded"], copied.Errors.Select(e => e.Code));
    }

    [Fact]
    public async Task EveryCommand_OfAnotherSellersProgram_FindsNothing()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var draft = await desk.DraftAsync();
        var stranger = await desk.AddSellerAsync("stranger");

        var results = new[]
        {
            await desk.Save.RunAsync(
                stranger,
                new(draft.Id, draft.Revision, "Mine now", ProgramDesk.Offer(), 30),
                CancellationToken.None
            ),
            await desk.Launch.RunAsync(stranger, draft.Id, draft.Revision, CancellationToken.None),
            await desk.Withdraw.RunAsync(stranger, draft.Id, draft.Revision, CancellationToken.None),
            await desk.End.RunAsync(stranger, draft.Id, draft.Revision, default, CancellationToken.None),
            await desk.Delete.RunAsync(stranger, draft.Id, draft.Revision, CancellationToken.None),
            await desk.Duplicate.RunAsync(stranger, draft.Id, n => n, CancellationToken.None),
        };

        Assert.All(results, r => Assert.Equal(["ProgramNotFound"], r.Errors.Select(e => e.Code)));
        Assert.Null(await desk.List.FindAsync(stranger, draft.Id, CancellationToken.None));
        Assert.Empty(await desk.List.AllAsync(stranger, CancellationToken.None));
        Assert.Equal(draft, await desk.ReadAsync(draft.Id));
    }

    [Fact]
    public async Task Duplicate_OfEnded_IsANewDraftWithItsOffer()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var ended = await desk.EndedAsync();

        var copy = (
            await desk.Duplicate.RunAsync(desk.Owner, ended.Id, n => n + " (copy)", CancellationToken.None)
        ).Value;

        Assert.Equal((ProgramStatus.Draft, "Offer (copy)"), (copy.Status, copy.Name));
        Assert.Equal(ended.Mechanic, copy.Mechanic);
        Assert.Null(copy.StartsOn);
        Assert.Null(copy.LastDay);
        Assert.NotEqual(ended.Id, copy.Id);
    }

    [Fact]
    public async Task Delete_Draft_KeepsItsHistory()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var draft = await desk.DraftAsync();

        await desk.Delete.RunAsync(desk.Owner, draft.Id, draft.Revision, CancellationToken.None);

        var steps = await desk.StepsAsync(draft.Id);
        Assert.Equal([ProgramStep.Created, ProgramStep.Deleted], steps.Select(s => s.Step));
        Assert.Contains("\"Offer\"", steps[1].BeforeJson, StringComparison.Ordinal);
        Assert.Null(steps[1].AfterJson);
        Assert.NotEqual(draft.Id, (await desk.DraftAsync()).Id);
    }

    [Fact]
    public async Task Analyst_WithAnOwnersPageOpen_IsRefused()
    {
        using var desk = await ProgramDesk.OpenAsync();
        var draft = await desk.DraftAsync();
        var analyst = desk.Owner with { UserId = Guid.NewGuid(), Role = SellerRole.Owner };

        var result = await desk.Launch.RunAsync(analyst, draft.Id, draft.Revision, CancellationToken.None);

        Assert.Equal(["OwnerRightsNeeded"], result.Errors.Select(e => e.Code));
    }
}

using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Lifecycle;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Api;

public sealed class OfferEndpointsTests : IAsyncLifetime, IDisposable
{
    private readonly PortalWebFactory _portal = new();
    private StorefrontDesk _shop = null!;

    public async Task InitializeAsync()
    {
        _shop = await StorefrontDesk.OpenAsync(_portal);
        foreach (var (buyer, units) in new[] { ("a", 3_000), ("b", 5_000), ("c", 8_000), ("d", 4_500) })
            await _shop.BuyAsync(buyer, units);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _shop.Dispose();
        _portal.Dispose();
    }

    [Fact]
    public async Task Compare_TwoDrafts_IsWhatTheComparisonPageShows()
    {
        var (cheap, dear) = (await DraftAsync("cheap", 5_000, 5), await DraftAsync("dear", 3_000, 20));

        var answer = await _shop.GetAsync($"programs/compare?ids={dear.Id},{cheap.Id}");

        var shown = await _portal
            .Services.GetRequiredService<LoadComparison>()
            .RunAsync(
                _shop.Owner,
                [dear, cheap],
                DayNumber.TryParse(answer.GetProperty("basis").GetProperty("asOf").GetString())!.Value,
                CancellationToken.None
            );
        Assert.True(answer.GetProperty("hasOneRule").GetBoolean());
        var programs = answer.GetProperty("programs").EnumerateArray().ToList();
        Assert.Equal(
            [(dear.Id, 4), (cheap.Id, 2)],
            programs.Select(p =>
                (
                    p.GetProperty("program").GetProperty("id").GetInt64(),
                    p.GetProperty("buyers").GetProperty("qualify").GetInt32()
                )
            )
        );
        Assert.Equal(
            shown.Programs.Select(p => (p.Cost.YearlySubsidy.TenThousandths, p.Committed.TenThousandths)),
            programs
                .Select(p => p.GetProperty("cost"))
                .Select(c =>
                    (c.GetProperty("yearlySubsidy").GetInt64(), c.GetProperty("committed").GetInt64())
                )
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("?ids=")]
    [InlineData("?ids=x")]
    [InlineData("?ids=999")]
    [InlineData("?ids={0},{0}")]
    [InlineData("?ids={0},1,2,3,4")]
    public async Task Compare_WrongPrograms_AreRefused(string query)
    {
        var draft = await DraftAsync("draft", 5_000, 5);

        var answer = await _shop.GetAsync("programs/compare" + string.Format(null, query, draft.Id));

        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal("ids", error.GetProperty("path").GetString());
    }

    [Fact]
    public async Task Compare_ProgramOfAnotherSeller_IsRefusedLikeOneThatIsNotThere()
    {
        using var other = await StorefrontDesk.OpenAsync(_portal, "other");
        var theirs = await other.LaunchAsync();

        var answer = await _shop.GetAsync($"programs/compare?ids={theirs.Id}");

        Assert.Equal("IdsAreNotPrograms", answer.GetProperty("errors")[0].GetProperty("code").GetString());
        Assert.Equal(
            "not_there",
            (await _shop.GetAsync($"programs/{theirs.Id}/change?threshold=50000000&discount=10"))
                .GetProperty("code")
                .GetString()
        );
    }

    [Fact]
    public async Task Change_OfARunningProgram_SaysWhoGainsAndLosesAndTheMoney()
    {
        var launched = await _shop.LaunchAsync();
        await ActivateAsync();

        var lower = await _shop.GetAsync($"programs/{launched.Id}/change?threshold=40000000&discount=10");
        var higher = await _shop.GetAsync($"programs/{launched.Id}/change?threshold=60000000&discount=12");

        int Count(System.Text.Json.JsonElement answer, string group) =>
            answer.GetProperty(group).GetProperty("buyers").GetInt32();
        Assert.Equal(
            (1, 2, 0, 1),
            (
                Count(lower, "gain"),
                Count(lower, "keep"),
                Count(lower, "lose"),
                lower.GetProperty("others").GetInt32()
            )
        );
        Assert.Equal(
            (0, 1, 1, 2),
            (
                Count(higher, "gain"),
                Count(higher, "keep"),
                Count(higher, "lose"),
                higher.GetProperty("others").GetInt32()
            )
        );
        Assert.Equal(
            (1, 1, 2),
            (
                higher.GetProperty("better").GetInt32(),
                higher.GetProperty("worse").GetInt32(),
                higher.GetProperty("untouched").GetInt32()
            )
        );
        Assert.Equal(
            lower.GetProperty("subsidyAfter").GetInt64() - lower.GetProperty("subsidyBefore").GetInt64(),
            lower.GetProperty("subsidyDifference").GetInt64()
        );
        Assert.True(lower.GetProperty("subsidyDifference").GetInt64() > 0);
        // Asking changes nothing.
        Assert.Null(
            (
                await _portal
                    .Services.GetRequiredService<ProgramList>()
                    .FindAsync(_shop.Owner, launched.Id, CancellationToken.None)
            )!.Next
        );
    }

    [Fact]
    public async Task Change_OfADraft_IsRefusedByName()
    {
        var draft = await DraftAsync("draft", 5_000, 5);

        var answer = await _shop.GetAsync($"programs/{draft.Id}/change?threshold=40000000&discount=10");

        Assert.Equal("DraftIsEditedInstead", answer.GetProperty("errors")[0].GetProperty("code").GetString());
    }

    private async Task<ProgramDetails> DraftAsync(string name, int threshold, int percent) =>
        (
            await _portal
                .Services.GetRequiredService<SaveDraft>()
                .RunAsync(
                    _shop.Owner,
                    new(null, null, name, ProgramDesk.Offer(threshold, percent), 30),
                    CancellationToken.None
                )
        ).Value;

    // The clock's service may be first; one of the two takes the step.
    private Task<DateTimeOffset?> ActivateAsync() =>
        _portal.Services.GetRequiredService<ActivateDuePrograms>().RunAsync(CancellationToken.None);
}

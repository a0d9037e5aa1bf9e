using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Programs.Lifecycle;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Api;

public sealed class ProgramEndpointsTests : IAsyncLifetime, IDisposable
{
    private readonly PortalWebFactory _portal = new();
    private StorefrontDesk _shop = null!;

    public async Task InitializeAsync() => _shop = await StorefrontDesk.OpenAsync(_portal);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _shop.Dispose();
        _portal.Dispose();
    }

    [Fact]
    public async Task Programs_RunningOne_IsListedWithItsOfferAndDays()
    {
        await _shop.LaunchAsync();

        var list = await _shop.GetAsync("programs");

        Assert.Equal("RUB", list.GetProperty("currency").GetString());
        var program = Assert.Single(list.GetProperty("programs").EnumerateArray());
        Assert.Equal(1, program.GetProperty("version").GetInt32());
        Assert.Equal("2026-01-16", program.GetProperty("startsOn").GetString());
        Assert.Equal("2026-02-14", program.GetProperty("earliestLastDay").GetString());
        var offer = program.GetProperty("offer");
        Assert.Equal(50_000_000, offer.GetProperty("threshold").GetInt64());
        Assert.Equal(10, offer.GetProperty("percent").GetDecimal());
        Assert.Equal("atLeast", offer.GetProperty("rule").GetProperty("boundary").GetString());
    }

    [Fact]
    public async Task Program_Revised_HasBothVersionsAndItsHistory()
    {
        var launched = await _shop.LaunchAsync();
        var active = await WaitForTheClockAsync(launched.Id);
        var revised = await _portal
            .Services.GetRequiredService<ReviseProgram>()
            .RunAsync(_shop.Owner, launched.Id, active, ProgramDesk.Offer(4_000, 12), CancellationToken.None);
        Assert.True(revised.IsSuccess);

        var answer = await _shop.GetAsync($"programs/{launched.Id}");

        var versions = answer.GetProperty("versions").EnumerateArray().ToList();
        Assert.Equal([2, 1], versions.Select(v => v.GetProperty("number").GetInt32()));
        Assert.Equal(12, versions[0].GetProperty("offer").GetProperty("percent").GetDecimal());
        Assert.Equal("2026-01-17", versions[0].GetProperty("from").GetString());
        Assert.Equal(2, answer.GetProperty("program").GetProperty("next").GetProperty("version").GetInt32());
        Assert.Contains(
            "launched",
            answer.GetProperty("history").EnumerateArray().Select(s => s.GetProperty("name").GetString())
        );
    }

    [Fact]
    public async Task Program_OfAnotherSeller_IsNotThereAsOneThatNeverWas()
    {
        using var other = await StorefrontDesk.OpenAsync(_portal, "other");
        var theirs = await other.LaunchAsync();

        Assert.Empty((await _shop.GetAsync("programs")).GetProperty("programs").EnumerateArray());
        Assert.Equal(
            (await _shop.GetAsync("programs/999999")).GetRawText(),
            (await _shop.GetAsync($"programs/{theirs.Id}")).GetRawText()
        );
        Assert.Equal(
            "not_there",
            (await _shop.GetAsync($"programs/{theirs.Id}")).GetProperty("code").GetString()
        );
    }

    // The clock's hosted service takes the step when its time has come.
    private async Task<int> WaitForTheClockAsync(long id)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        JsonElement program;
        do
        {
            await _portal.Services.GetRequiredService<ActivateDuePrograms>().RunAsync(limit.Token);
            program = (await _shop.GetAsync($"programs/{id}")).GetProperty("program");
        } while (program.GetProperty("status").GetString() != "active");
        var list = _portal.Services.GetRequiredService<SellerLoyaltyPortal.Features.Programs.ProgramList>();
        return (await list.FindAsync(_shop.Owner, id, limit.Token))!.Revision;
    }
}

using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics;
using SellerLoyaltyPortal.Features.Analytics.Pages;
using SellerLoyaltyPortal.Features.Analytics.Work;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Analytics.Pages;

/// <summary>What the pages show before, without and instead of their numbers, in a circuit on the portal's services.</summary>
public sealed class AnalyticsStatesTests : PortalBunitContext, IAsyncLifetime
{
    private readonly PortalWebFactory _portal = new();
    private SellerAccess _empty = null!;
    private SellerAccess _cdnow = null!;

    public async Task InitializeAsync()
    {
        var cdnow = await _portal.AddSellerAsync("cdnow", "USD", "America/New_York");
        var empty = await _portal.AddSellerAsync("empty", "USD", "America/New_York");
        var user = await _portal.AddMemberAsync(cdnow, SellerRole.Analyst);
        _cdnow = await _portal.AccessOfAsync(user, cdnow);
        _empty = await _portal.AccessOfAsync(await _portal.AddMemberAsync(empty, SellerRole.Analyst), empty);
        await CdnowImport.RunAsync(_portal, cdnow);
        var own = Services.Select(service => service.ServiceType).ToHashSet();
        foreach (var service in _portal.Registrations.Where(service => !own.Contains(service.ServiceType)))
            Services.Add(service);
        Person.SetClaims(new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()));
    }

    async Task IAsyncLifetime.DisposeAsync() => await _portal.DisposeAsync();

    [Fact]
    public void Retention_NothingBought_LeadsToTheData() =>
        Assert.Equal("/sellers/empty/data", Open<RetentionPage>(_empty, "retention").Empty());

    [Fact]
    public void Value_NothingBought_LeadsToTheData() =>
        Assert.Equal("/sellers/empty/data", Open<ValuePage>(_empty, "ltv").Empty());

    [Fact]
    public void Buyers_NobodyInTheWindow_LeadsToTheData() =>
        Assert.Equal("/sellers/empty/data", Open<BuyersPage>(_empty, "buyers").Empty());

    [Fact]
    public void Buyer_Unknown_LeadsToTheBuyers()
    {
        var page = Open<BuyerPage>(_cdnow, "buyers/nobody", p => p.Add(b => b.Id, "nobody"));

        Assert.Equal("/sellers/cdnow/buyers", page.Empty());
    }

    [Fact]
    public void Buyer_Known_ShowsTheIntervalOfItsForecast()
    {
        var page = Open<BuyerPage>(_cdnow, "buyers/00004?asOf=1998-06-30", p => p.Add(b => b.Id, "00004"));

        page.WaitForAssertion(() => Assert.Contains("скорее всего ", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public void Value_Cdnow_DrawsTheBandsOfItsForecastAndSaysHowSure()
    {
        var page = Open<ValuePage>(_cdnow, "ltv?asOf=1998-06-30&cohort=1997-01-01");

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll("path.series-band").Count));
        Assert.Contains(page.FindAll("td.ahead small"), cell => cell.TextContent.StartsWith('±'));
        page.WaitForElement(".note.gain, .note.warn");
    }

    [Fact]
    public void Value_BelowTheMinimum_NamesWhatIsMissing()
    {
        // January of 1997 alone: too short.
        var page = Open<ValuePage>(_cdnow, "ltv?asOf=1997-01-31");

        var missing = page.WaitForElements(".note.warn + ul li");
        Assert.Single(missing, li => li.TextContent.Contains("180", StringComparison.Ordinal));
        Assert.Empty(page.FindAll("path.series-band"));
    }

    [Fact]
    public async Task Retention_WorkInProgress_SaysWhatItIsAtUntilTheNumbersAreThere()
    {
        var work = Services.GetRequiredService<AnalyticsWork>();
        using var busy = new ManualResetEventSlim();
        var places = Enumerable
            .Range(0, Math.Max(1, Environment.ProcessorCount / 2))
            .Select(i =>
                work.PassAsync(
                    ("busy", i),
                    token =>
                    {
                        busy.Wait(token);
                        return i;
                    },
                    progress: null,
                    CancellationToken.None
                )
            )
            .ToList();

        var page = Open<RetentionPage>(_cdnow, "retention?asOf=1998-06-30");

        Assert.Equal("status", page.WaitForElement(".work-note").GetAttribute("role"));
        Assert.Empty(page.FindAll("table.heat"));
        busy.Set();
        await Task.WhenAll(places);
        page.WaitForElement("table.heat");
        Assert.Empty(page.FindAll(".work-note"));
    }

    [Fact]
    public void Note_WithAShare_DrawsHowFar()
    {
        var note = Render<WorkNote>(p => p.Add(n => n.Progress, new WorkProgress(WorkStage.Checking, 0.65)));

        Assert.Contains(
            "width:65%",
            note.Find(".progress i").GetAttribute("style"),
            StringComparison.Ordinal
        );
        Assert.Empty(Render<WorkNote>(p => p.Add(n => n.Progress, null)).Markup.Trim());
    }

    [Fact]
    public async Task Buyers_Failure_SaysNothingOfItAndCanBeTriedAgain()
    {
        // The ledger's head is away for a moment.
        await using var context = _portal.Contexts.ForPlatform();
        await context.Database.ExecuteSqlRawAsync("""ALTER TABLE "LedgerHeads" RENAME TO "Away" """);
        var page = Open<BuyersPage>(_cdnow, "buyers?asOf=1998-06-30");
        page.WaitForElement(".state-error");
        Assert.DoesNotContain("SQLite", page.Markup, StringComparison.Ordinal);
        await context.Database.ExecuteSqlRawAsync("""ALTER TABLE "Away" RENAME TO "LedgerHeads" """);

        await page.Find(".state-error button").ClickAsync(new());

        page.WaitForElement("table.segments");
    }

    private IRenderedComponent<TPage> Open<TPage>(
        SellerAccess access,
        string address,
        Action<ComponentParameterCollectionBuilder<TPage>>? more = null
    )
        where TPage : AnalyticsPage
    {
        Services.GetRequiredService<BunitNavigationManager>().NavigateTo($"/sellers/{access.Slug}/{address}");
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        return Render<TPage>(parameters =>
        {
            parameters.AddCascadingValue(access).Add(p => p.Seller, access.Slug);
            more?.Invoke(parameters);
        });
    }
}

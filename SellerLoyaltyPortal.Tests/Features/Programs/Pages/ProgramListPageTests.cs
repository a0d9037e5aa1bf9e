using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs.Pages;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Pages;

public sealed class ProgramListPageTests : PortalBunitContext, IAsyncLifetime
{
    private ProgramDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await ProgramDesk.OpenAsync();
        Services.AddSingleton<TimeProvider>(_desk.Clock);
        Services.AddSingleton(_desk.List);
        Services.AddSingleton(_desk.Withdraw);
        Services.AddSingleton(_desk.End);
        Services.AddSingleton(_desk.Delete);
        Services.AddSingleton(_desk.Duplicate);
        Services.AddSingleton(new SellerLoyaltyPortal.Features.Programs.ChangeJournal(_desk.Contexts));
        Services.AddSingleton(_desk.Notifier);
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        _desk.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public void Render_NoPrograms_LeadsToTheConstructor()
    {
        var page = Open();

        page.WaitForAssertion(() =>
            Assert.Equal("/sellers/desk-seller/constructor", page.Find(".state-empty a").GetAttribute("href"))
        );
    }

    [Fact]
    public async Task Render_Active_SaysDaysAndTheMinimumThatIsLeft()
    {
        await _desk.ActiveAsync();
        _desk.Clock.Advance(TimeSpan.FromDays(4));

        var page = Open();

        page.WaitForAssertion(() =>
            Assert.Equal(
                "Действует 5 дней, до конца минимального срока 25 дней",
                page.Find(".program-standing").TextContent
            )
        );
        Assert.Equal("Действует", page.Find(".badge").TextContent);
        var history = page.FindAll(".program-history li");
        Assert.Equal(3, history.Count);
        Assert.Contains("по часам", history[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("desk-seller-Owner", history[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Render_InEnglish_IsEnglish()
    {
        using var _ = CultureScope.Of("en");
        await _desk.ActiveAsync();

        var page = Open();

        page.WaitForAssertion(() =>
            Assert.Equal(
                "Active for 1 day, 29 days of the minimum left",
                page.Find(".program-standing").TextContent
            )
        );
    }

    [Fact]
    public async Task Clock_MovesAProgramWhileThePageIsOpen_ThePageFollows()
    {
        var scheduled = await _desk.ScheduledAsync();
        var page = Open();
        page.WaitForAssertion(() => Assert.Equal("Запланирована", page.Find(".badge").TextContent));

        _desk.Clock.MoveTo(_desk.Owner.Calendar.StartOf(scheduled.StartsOn!.Value));
        await _desk.Due.RunAsync(CancellationToken.None);

        page.WaitForAssertion(() => Assert.Equal("Действует", page.Find(".badge").TextContent));
    }

    [Fact]
    public async Task Delete_Confirmed_RemovesTheDraft()
    {
        await _desk.DraftAsync();
        var page = Open();
        await page.WaitForElement("button[data-action=Delete]").ClickAsync();
        Assert.Single(await _desk.List.AllAsync(_desk.Owner, CancellationToken.None));

        await page.Find("button[data-confirm=Delete]").ClickAsync();

        page.WaitForElement(".state-empty");
        Assert.Empty(await _desk.List.AllAsync(_desk.Owner, CancellationToken.None));
    }

    [Fact]
    public async Task End_Confirmed_StandsAtTheFirstAllowedDay()
    {
        var active = await _desk.ActiveAsync();
        var page = Open();
        await page.WaitForElement("button[data-action=End]").ClickAsync();
        await page.Find("#last-day")
            .ChangeAsync(new() { Value = (active.EarliestLastDay!.Value - 1).ToString() });
        page.WaitForAssertion(() => Assert.NotNull(page.Find("#last-day").GetAttribute("aria-invalid")));

        await page.Find("button[data-confirm=End]").ClickAsync();

        page.WaitForAssertion(() => Assert.Equal("Заканчивается", page.Find(".badge").TextContent));
        Assert.Equal(active.EarliestLastDay, (await _desk.ReadAsync(active.Id)).LastDay);
    }

    [Fact]
    public async Task Withdraw_StartedMeanwhile_SaysTheRule()
    {
        var scheduled = await _desk.ScheduledAsync();
        var page = Open();
        await page.WaitForElement("button[data-action=Withdraw]").ClickAsync();
        _desk.Clock.MoveTo(_desk.Owner.Calendar.StartOf(scheduled.StartsOn!.Value));

        await page.Find("button[data-confirm=Withdraw]").ClickAsync();

        page.WaitForAssertion(() =>
            Assert.Contains(
                "отозвать её нельзя",
                page.Find("[role=alert]").TextContent,
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public async Task Render_Analyst_HasNoSteps()
    {
        await _desk.DraftAsync();

        var page = Open(_desk.Owner with { Role = SellerRole.Analyst });

        page.WaitForElement(".program");
        Assert.Empty(page.FindAll("button[data-action]"));
    }

    private IRenderedComponent<ProgramListPage> Open(SellerAccess? access = null) =>
        Render<ProgramListPage>(parameters =>
            parameters.AddCascadingValue(access ?? _desk.Owner).Add(p => p.Seller, "desk-seller")
        );
}

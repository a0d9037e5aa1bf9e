using Bunit;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Pages;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Pages;

public sealed class SettingsPageTests : PortalBunitContext, IAsyncLifetime
{
    private ProgramDesk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await ProgramDesk.OpenAsync();
        Services.AddSingleton(StartingEconomics.Of(_desk));
        Services.AddSingleton(
            new SaveUnitEconomics(new SellerDirectory(_desk.Contexts), _desk.Contexts, _desk.Clock)
        );
        Services.AddSingleton(new GoodsCosts(_desk.Contexts));
        Services.AddSingleton(
            new SaveGoodsCosts(new SellerDirectory(_desk.Contexts), _desk.Contexts, _desk.Clock)
        );
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        _desk.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("17,5")]
    [InlineData("17.5 %")]
    public async Task Save_CommaOrPoint_IsStored(string typed)
    {
        var page = Open();
        page.WaitForAssertion(() => Assert.Equal("25", page.Find("#Commission").GetAttribute("value")));
        await page.Find("#Commission").ChangeAsync(new() { Value = typed });
        await page.Find("#OptionLock").ChangeAsync(new() { Value = "90" });

        await page.Find("form").SubmitAsync();

        page.WaitForElement(".note.gain");
        var stored = await Settings().GetAsync(_desk.Owner, CancellationToken.None);
        Assert.Equal(new Percent(1_750), stored.Unit.Commission);
        Assert.Equal(90, stored.OptionLockDays);
    }

    [Theory]
    [InlineData("Commission", "abc")]
    [InlineData("Commission", "-5")]
    [InlineData("UnitCost", "1.234")]
    [InlineData("UnitCost", "999")]
    [InlineData("OptionLock", "3,5")]
    [InlineData("OptionLock", "0")]
    [InlineData("TypicalOrder", "0")]
    [InlineData("TypicalOrder", "1,005")]
    [InlineData("TypicalOrder", "много")]
    public async Task Save_BadValue_IsRefusedAtItsFieldAndKeepsWhatWasTyped(string field, string typed)
    {
        var page = Open();
        await page.WaitForElement("#" + field).ChangeAsync(new() { Value = typed });

        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Single(page.FindAll(".field [role=alert]")));
        Assert.Equal(typed, page.Find("#" + field).GetAttribute("value"));
        Assert.Equal("true", page.Find("#" + field).GetAttribute("aria-invalid"));
        Assert.True((await Settings().GetAsync(_desk.Owner, CancellationToken.None)).IsDefault);
    }

    [Fact]
    public async Task Save_TypicalOrder_IsStoredAndTakenBackWhenEmptied()
    {
        var page = Open();
        await page.WaitForElement("#TypicalOrder").ChangeAsync(new() { Value = "1 350,50" });
        await page.Find("form").SubmitAsync();
        page.WaitForElement(".note.gain");
        var set = Money.FromDecimal(1_350.50m);
        Assert.Equal(AmountText.Write(set), page.Find("#TypicalOrder").GetAttribute("value"));
        Assert.Equal(set, (await Settings().GetAsync(_desk.Owner, CancellationToken.None)).TypicalOrder);

        await page.Find("#TypicalOrder").ChangeAsync(new() { Value = " " });
        await page.Find("form").SubmitAsync();

        page.WaitForElement(".note.gain");
        Assert.Null((await Settings().GetAsync(_desk.Owner, CancellationToken.None)).TypicalOrder);
    }

    [Fact]
    public void Render_Analyst_CanOnlyRead()
    {
        var page = Open(_desk.Owner with { Role = SellerRole.Analyst });

        page.WaitForAssertion(() => Assert.True(page.Find("#Commission").HasAttribute("disabled")));
        Assert.Empty(page.FindAll("button[type=submit]"));
    }

    private UnitEconomicsSettings Settings() => Services.GetRequiredService<UnitEconomicsSettings>();

    private IRenderedComponent<SettingsPage> Open(SellerAccess? access = null) =>
        Render<SettingsPage>(parameters =>
            parameters.AddCascadingValue(access ?? _desk.Owner).Add(p => p.Seller, "desk-seller")
        );
}

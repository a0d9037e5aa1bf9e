using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Features.Programs.Pages;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Features.Purchases;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Programs.Pages;

public sealed class ConstructorPageTests : PortalBunitContext, IAsyncLifetime
{
    private ProgramDesk _desk = null!;
    private PurchaseLedger _ledger = null!;

    public async Task InitializeAsync()
    {
        _desk = await ProgramDesk.OpenAsync(at: new DateTimeOffset(2026, 1, 15, 9, 0, 0, TimeSpan.Zero));
        _ledger = new PurchaseLedger(_desk.Contexts);
        Services.AddSingleton<TimeProvider>(_desk.Clock);
        Services.AddSingleton(_ledger);
        Services.AddSingleton(_desk.List);
        Services.AddSingleton(_desk.Save);
        Services.AddSingleton(_desk.Launch);
        Services.AddSingleton(Options.Create(_desk.Limits));
        Services.AddSingleton(new SellerDays(_ledger, _desk.Clock));
        Services.AddSingleton(new LedgerSnapshots(_desk.Contexts, Options.Create(new PurchasesOptions())));
        Services.AddSingleton<ConstructorFiguresCache>();
        Services.AddSingleton<LoadCostFigures>();
        Services.AddSingleton(StartingEconomics.Of(_desk));
        Services.AddSingleton(new SaveUnitEconomics(new(_desk.Contexts), _desk.Contexts, _desk.Clock));
        Services.AddSingleton(new GoodsCosts(_desk.Contexts));
        Services.AddSingleton(new GoodsSales(_desk.Contexts, _desk.Snapshots));
        Services.AddSingleton<LoadGoodsFigures>();
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        _desk.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Open_WithPurchases_ShowsWhoQualifiesAtTheThresholdInTheAddress()
    {
        await BuyAsync(("a", 900), ("b", 1_000), ("c", 1_000.01m), ("d", 7_000));

        var page = Open("?threshold=1000");

        Assert.Equal("3", Figure(page, "qualify"));
        Assert.Equal("75,0\u00A0% из 4 покупателей в окне", Figure(page, "share-buyers"));
        Assert.Contains("3 покупателя", page.Find(".headline").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slide_ToAnotherThreshold_ChangesTheFiguresAndTheSentence()
    {
        await BuyAsync(("a", 900), ("b", 1_000), ("d", 7_000));
        var page = Open("?threshold=1000");
        Assert.Equal("2", Figure(page, "qualify"));

        await page.Find("#threshold").InputAsync(new ChangeEventArgs { Value = "1" });

        Assert.Equal("1", Figure(page, "qualify"));
        Assert.Contains("1\u202F100\u00A0₽", page.Find(".headline").TextContent, StringComparison.Ordinal);
        Assert.Equal("1\u202F100", page.Find("#threshold-exact").GetAttribute("value"));
    }

    [Theory]
    [InlineData("999", "от 1\u202F000\u00A0₽")]
    [InlineData("1050", "100\u00A0₽")]
    [InlineData("много", "целое число")]
    [InlineData("99999999999999", "до 100\u202F000\u00A0₽")]
    public async Task Type_AWrongThreshold_IsRefusedWhereItStandsAndChangesNothing(
        string typed,
        string reason
    )
    {
        await BuyAsync(("a", 900), ("b", 1_000));
        var page = Open("?threshold=1000");

        await page.Find("#threshold-exact").ChangeAsync(new ChangeEventArgs { Value = typed });

        Assert.Contains(reason, page.Find("#threshold-exact-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", page.Find("#threshold-exact").GetAttribute("aria-invalid"));
        Assert.Equal("1", Figure(page, "qualify"));
        Assert.True(page.Find(".btn.primary").HasAttribute("disabled"));
    }

    [Theory]
    [InlineData("#discount-exact", "2")]
    [InlineData("#discount-exact", "51")]
    [InlineData("#discount-exact", "ten")]
    [InlineData("#life-exact", "29")]
    [InlineData("#life-exact", "-5")]
    public async Task Type_AWrongDiscountOrLife_IsRefusedWhereItStands(string field, string typed)
    {
        await BuyAsync(("a", 900));
        var page = Open();

        await page.Find(field).ChangeAsync(new ChangeEventArgs { Value = typed });

        Assert.NotEmpty(page.Find(field + "-error").TextContent);
        Assert.True(page.Find(".btn.primary").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Save_ADraft_StoresWhatIsShown()
    {
        await BuyAsync(("a", 900));
        var page = Open("?threshold=2500&discount=15&life=45");

        await Button(page, "Сохранить черновик").ClickAsync(new());

        page.WaitForElement(".note.gain");
        var program = Assert.Single(await _desk.List.AllAsync(_desk.Owner, CancellationToken.None)).Program;
        var offer = Assert.IsType<ThresholdDiscount>(program.Mechanic);
        Assert.Equal(
            (Money.FromUnits(2_500), Percent.FromWhole(15), 45, ProgramStatus.Draft),
            (offer.Threshold, offer.Discount, program.MinimumLifeDays, program.Status)
        );
    }

    [Fact]
    public async Task Launch_Confirmed_SchedulesItForTheNextBusinessDay()
    {
        await BuyAsync(("a", 900));
        var page = Open();

        await Button(page, "Запустить с").ClickAsync(new());
        await page.Find("dialog .btn.primary").ClickAsync(new());

        var program = Assert.Single(await _desk.List.AllAsync(_desk.Owner, CancellationToken.None)).Program;
        Assert.Equal(
            (ProgramStatus.Scheduled, DayNumber.Of(2026, 1, 16)),
            (program.Status, program.StartsOn!.Value)
        );
    }

    [Fact]
    public async Task Launch_OfAnOldLedger_SaysThatNobodyQualifiesOnTheFirstDay()
    {
        await BuyAsync(("a", 2_000));
        _desk.Clock.Advance(TimeSpan.FromDays(400));
        var page = Open("?threshold=1000");
        Assert.Equal("1", Figure(page, "qualify"));

        await Button(page, "Запустить с").ClickAsync(new());

        Assert.Contains(
            "не получит никто",
            page.Find("dialog .note.warn").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Launch_AskedAndCancelled_StoresNothing()
    {
        await BuyAsync(("a", 900));
        var page = Open();

        await Button(page, "Запустить с").ClickAsync(new());
        await page.Find("dialog .btn:not(.primary)").ClickAsync(new());

        Assert.Empty(page.FindAll("dialog"));
        Assert.Empty(await _desk.List.AllAsync(_desk.Owner, CancellationToken.None));
    }

    [Fact]
    public async Task Open_WhileAProgramRuns_CanNotLaunchASecond()
    {
        await BuyAsync(("a", 900));
        await _desk.ScheduledAsync();

        var page = Open();

        Assert.True(page.Find(".btn.primary").HasAttribute("disabled"));
        Assert.Contains("уже идёт", page.Find(".note").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_AfterTwoChoices_GoesBackStepByStepAndForthAgain()
    {
        await BuyAsync(("a", 900), ("b", 1_000), ("d", 7_000));
        var page = Open("?threshold=1000&discount=10");
        Assert.True(Step(page, "undo").HasAttribute("disabled"));
        await page.Find("#threshold-exact").ChangeAsync(new ChangeEventArgs { Value = "5000" });
        _desk.Clock.Advance(TimeSpan.FromSeconds(2));
        await page.Find("#discount-exact").ChangeAsync(new ChangeEventArgs { Value = "20" });

        await Step(page, "undo").ClickAsync(new());
        Assert.Equal(("5\u202F000", "10"), Shown(page));
        await Step(page, "undo").ClickAsync(new());
        Assert.Equal(("1\u202F000", "10"), Shown(page));
        Assert.Equal("2", Figure(page, "qualify"));
        Assert.True(Step(page, "undo").HasAttribute("disabled"));
        await Step(page, "redo").ClickAsync(new());
        await Step(page, "redo").ClickAsync(new());

        Assert.Equal(("5\u202F000", "20"), Shown(page));
        Assert.Equal("1", Figure(page, "qualify"));
        Assert.True(Step(page, "redo").HasAttribute("disabled"));
    }

    [Fact]
    public async Task Undo_AfterAWrongValue_TakesTheComplaintAway()
    {
        await BuyAsync(("a", 900));
        var page = Open("?threshold=1000");
        await page.Find("#threshold-exact").ChangeAsync(new ChangeEventArgs { Value = "5000" });
        await page.Find("#threshold-exact").ChangeAsync(new ChangeEventArgs { Value = "7" });
        Assert.NotEmpty(page.FindAll("#threshold-exact-error"));

        await Step(page, "undo").ClickAsync(new());

        Assert.Empty(page.FindAll("#threshold-exact-error"));
        Assert.Equal("1\u202F000", page.Find("#threshold-exact").GetAttribute("value"));
    }

    [Fact]
    public async Task Drag_ManyMovesAtOnce_TheAddressIsReplacedFirstAndLast()
    {
        await BuyAsync(("a", 900));
        var page = Open("?threshold=1000");
        _desk.Clock.Advance(TimeSpan.FromSeconds(1));
        var before = JSInterop.Invocations["portal.rememberAddress"].Count;

        for (var stop = 1; stop <= 20; stop++)
            await page.Find("#threshold").InputAsync(new ChangeEventArgs { Value = $"{stop}" });
        Assert.Equal(before + 1, JSInterop.Invocations["portal.rememberAddress"].Count);
        _desk.Clock.Advance(TimeSpan.FromMilliseconds(150));

        page.WaitForAssertion(() =>
            Assert.Equal(before + 2, JSInterop.Invocations["portal.rememberAddress"].Count)
        );
        Assert.Contains(
            "threshold=3000&",
            (string)JSInterop.Invocations["portal.rememberAddress"][^1].Arguments[0]!,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Day_Chosen_IsTheWholePortalsToKeep()
    {
        await BuyAsync(("a", 900));
        var page = Open("?threshold=1000");

        await page.Find("details.day-menu").TriggerEventAsync("ontoggle", EventArgs.Empty);
        await page.Find(".day-panel input").ChangeAsync(new ChangeEventArgs { Value = "20.02.2026" });

        page.WaitForAssertion(() =>
            Assert.EndsWith(
                "/constructor?threshold=1000&discount=10&life=30&asOf=2026-02-20",
                Services.GetRequiredService<NavigationManager>().Uri,
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public async Task Address_OfANewOffer_LeavesTheDraftThatWasOpen()
    {
        await BuyAsync(("a", 900));
        var draft = await _desk.DraftAsync();
        var page = Open("/" + draft.Id, programId: draft.Id);
        page.WaitForElement(".constructor");
        Assert.Equal(draft.Name, page.Find("h1").TextContent);

        Services.GetRequiredService<NavigationManager>().NavigateTo(_desk.Owner.Href("constructor"));
        page.Render(parameters => parameters.Add(p => p.ProgramId, null));

        page.WaitForAssertion(() => Assert.NotEqual(draft.Name, page.Find("h1").TextContent));
        Assert.NotEqual(draft.Name, page.Find("#name").GetAttribute("value"));
    }

    [Theory]
    [InlineData(
        "ru",
        "С порогом 5\u202F000\u00A0₽ скидку 10\u00A0% получит 1 покупатель из 3 (33,3\u00A0%); на них приходится 78,7\u00A0% выручки. Тем, кто купил бы и так, уйдёт около 588\u00A0₽ в год."
    )]
    [InlineData(
        "en",
        "With a threshold of 5,000\u00A0₽, 1 buyer gets 10% off: 33.3% of 3, with 78.7% of revenue. About 588\u00A0₽ a year goes to people who would buy anyway."
    )]
    public async Task Headline_OneBuyer_IsAWholeSentence(string language, string expected)
    {
        using var _ = CultureScope.Of(language);
        await BuyAsync(("a", 900), ("b", 1_000), ("d", 7_000));

        var page = Open("?threshold=5000&discount=10");

        page.WaitForElement("[data-why=subsidy]");
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                page.Find(".headline")
                    .TextContent.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
            )
        );
    }

    [Fact]
    public async Task UnitShares_Typed_CountAtOnceAndStandInTheAddress()
    {
        await BuyAsync(("a", 900), ("d", 7_000));
        var page = Open("?threshold=5000&discount=10");
        page.WaitForElement("[data-why=subsidy]");
        Assert.Equal("16,6\u00A0%", Figure(page, "margin-after"));

        await page.Find("#unit-UnitCost").ChangeAsync(new ChangeEventArgs { Value = "60,5" });

        Assert.Equal("6,1\u00A0%", Figure(page, "margin-after"));
        page.WaitForAssertion(() => Assert.Equal("+137,7\u00A0%", Figure(page, "uplift")));
        _desk.Clock.Advance(TimeSpan.FromMilliseconds(150));
        page.WaitForAssertion(() =>
            Assert.EndsWith(
                "&commission=25&option=1&unitCost=60.5",
                (string)JSInterop.Invocations["portal.rememberAddress"][^1].Arguments[0]!,
                StringComparison.Ordinal
            )
        );
        // Nothing is stored before somebody says so.
        var stored = await StartingEconomics.Of(_desk).GetAsync(_desk.Owner, CancellationToken.None);
        Assert.True(stored.IsDefault);
    }

    [Fact]
    public async Task UnitShares_FromTheAddress_AreTriedAndKept()
    {
        await BuyAsync(("d", 7_000));
        var page = Open("?commission=15&option=2&unitCost=40.5");
        Assert.Equal("44,5\u00A0%", Figure(page, "margin-before"));

        await page.Find("[data-action=keep-unit]").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-action=keep-unit]")));
        var stored = await StartingEconomics.Of(_desk).GetAsync(_desk.Owner, CancellationToken.None);
        Assert.Equal(new(Percent.FromWhole(15), Percent.FromWhole(2), new Percent(4_050)), stored.Unit);
    }

    [Fact]
    public async Task Near_OwnTypicalOrder_IsCountedWithItAndSaysSo()
    {
        await BuyAsync(("a", 900), ("b", 4_000), ("d", 7_000));
        await new SaveUnitEconomics(new(_desk.Contexts), _desk.Contexts, _desk.Clock).RunAsync(
            _desk.Owner,
            SellerUnitEconomics.Default with
            {
                TypicalOrder = Money.FromUnits(1_000),
            },
            CancellationToken.None
        );

        var page = Open("?threshold=5000");

        Assert.Equal("1", Figure(page, "near"));
        Assert.Contains("из настроек", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnitShares_TypedWrong_SaySoAndLeaveTheFigures()
    {
        await BuyAsync(("d", 7_000));
        var page = Open();

        await page.Find("#unit-Commission").ChangeAsync(new ChangeEventArgs { Value = "96" });

        Assert.Contains("95", page.Find("#unit-Commission-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("96", page.Find("#unit-Commission").GetAttribute("value"));
        Assert.Equal("25,0\u00A0%", Figure(page, "margin-before"));
    }

    [Fact]
    public async Task Figures_EachOne_HasItsFormulaBesideIt()
    {
        await BuyAsync(("a", 900), ("d", 7_000));
        var page = Open("?threshold=5000");
        page.WaitForElement("[data-why=committed]");

        Assert.All(
            page.FindAll(".figure"),
            figure => Assert.NotNull(figure.QuerySelector("details.why code"))
        );
        var why = page.Find("[data-why=qualify]").TextContent;
        Assert.Contains("Q(T) = #{i : S_i ≥ T}", why, StringComparison.Ordinal);
        Assert.Contains("Europe/Moscow", why, StringComparison.Ordinal);
        Assert.Contains("16.01.2025 – 15.01.2026", why, StringComparison.Ordinal);
        Assert.NotNull(page.Find("[data-why=subsidy] code"));
    }

    [Fact]
    public async Task Save_StackingChosen_IsInTheDraft()
    {
        await BuyAsync(("a", 900));
        var page = Open();

        await page.Find("#stacking").ChangeAsync(new ChangeEventArgs { Value = "LoyaltyAlways" });
        await Button(page, "Сохранить черновик").ClickAsync(new());

        page.WaitForElement(".note.gain");
        var program = Assert.Single(await _desk.List.AllAsync(_desk.Owner, CancellationToken.None)).Program;
        Assert.Equal(StackingPolicy.LoyaltyAlways, ((ThresholdDiscount)program.Mechanic).Stacking);
    }

    [Fact]
    public async Task Launch_OptionLocked_SaysForHowLong()
    {
        await BuyAsync(("a", 9_000));
        await _desk.LockOptionAsync(90);
        var page = Open();

        await Button(page, "Запустить с").ClickAsync(new());

        Assert.Contains("90 дней", page.Find("dialog .facts").TextContent, StringComparison.Ordinal);
        Assert.Contains("отключить 90 дней", page.Find("dialog").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_EmptyLedger_LeadsToTheImport() =>
        Assert.Equal(_desk.Owner.Href("data"), Open().Find(".state-empty a").GetAttribute("href"));

    [Fact]
    public async Task Open_OldLedger_CountsAsOfTheLastPurchaseAndSaysSo()
    {
        await BuyAsync(("a", 2_000));
        _desk.Clock.Advance(TimeSpan.FromDays(400));

        var page = Open("?threshold=1000");

        Assert.Equal("1", Figure(page, "qualify"));
        Assert.Contains(
            "10\u00A0января\u00A02026",
            page.Find(".note.warn").TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Open_ADayAfterTheWindow_SaysThatNothingIsInIt()
    {
        await BuyAsync(("a", 2_000));

        var page = Open("?asOf=2027-01-10");

        Assert.Contains(
            "нет ни одной покупки",
            page.Find(".note.warn").TextContent,
            StringComparison.Ordinal
        );
        Assert.Empty(page.FindAll(".figure"));
    }

    [Fact]
    public async Task Open_WrongAddress_ShowsTheUsualValuesAndSaysSo()
    {
        await BuyAsync(("a", 2_000));

        var page = Open("?threshold=5&discount=x");

        Assert.Contains("5\u202F000\u00A0₽", page.Find(".headline").TextContent, StringComparison.Ordinal);
        Assert.Contains("не прочиталось", page.Find(".note.warn").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_AsAnalyst_HasNoButtonsThatChange()
    {
        await BuyAsync(("a", 2_000));

        var page = Open(access: _desk.Owner with { Role = SellerRole.Analyst });

        Assert.Empty(page.FindAll("button.primary"));
        Assert.Empty(page.FindAll("#name"));
        Assert.NotEmpty(page.FindAll("a[download]"));
    }

    [Fact]
    public async Task Open_AnotherSellersDraft_IsNotFound()
    {
        var stranger = await _desk.AddSellerAsync("stranger");
        var draft = await _desk.DraftAsync(by: stranger);

        var page = Open(programId: draft.Id);

        Assert.Empty(page.FindAll(".constructor"));
    }

    private IRenderedComponent<ConstructorPage> Open(
        string query = "",
        SellerAccess? access = null,
        long? programId = null
    )
    {
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        Services.GetRequiredService<NavigationManager>().NavigateTo(_desk.Owner.Href("constructor") + query);
        var page = Render<ConstructorPage>(parameters =>
            parameters
                .AddCascadingValue(access ?? _desk.Owner)
                .Add(p => p.Seller, _desk.Owner.Slug)
                .Add(p => p.ProgramId, programId)
        );
        if (programId is null)
            page.WaitForElement(".constructor");
        return page;
    }

    private async Task BuyAsync(params (string Buyer, decimal Total)[] purchases) =>
        await _ledger.AppendAsync(
            _desk.Owner.SellerId,
            purchases.Select(p =>
                ANewLine.Of(lineId: p.Buyer, buyer: p.Buyer, order: p.Buyer) with
                {
                    SellerAmount = Money.FromDecimal(p.Total),
                }
            ),
            CancellationToken.None
        );

    private static AngleSharp.Dom.IElement Step(IRenderedComponent<ConstructorPage> page, string name) =>
        page.Find($"[data-action={name}]");

    private static (string?, string?) Shown(IRenderedComponent<ConstructorPage> page) =>
        (
            page.Find("#threshold-exact").GetAttribute("value"),
            page.Find("#discount-exact").GetAttribute("value")
        );

    private static string Figure(IRenderedComponent<ConstructorPage> page, string name) =>
        page.Find($"[data-figure={name}]").TextContent;

    private static AngleSharp.Dom.IElement Button(IRenderedComponent<ConstructorPage> page, string text) =>
        page.FindAll("button").First(b => b.TextContent.Contains(text, StringComparison.Ordinal));
}

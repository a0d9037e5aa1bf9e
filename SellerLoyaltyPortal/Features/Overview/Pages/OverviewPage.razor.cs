using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components.Text;
using SellerLoyaltyPortal.Features.Programs;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Overview.Pages;

/// <summary>The first page of a seller: how it stands, what runs, what needs a look.</summary>
public sealed partial class OverviewPage(
    LoadOverview load,
    NavigationManager navigation,
    IStringLocalizer<OverviewText> texts,
    IStringLocalizer<ProgramsText> programTexts
)
{
    private CancellationTokenSource? _loading;
    private SellerOverview? _overview;
    private string? _shownFor;
    private bool _isEmpty;

    /// <summary>ISO 8601; without it the seller's default.</summary>
    [SupplyParameterFromQuery(Name = "asOf")]
    public string? AsOfText { get; set; }

    private IStringLocalizer L => texts;

    public void Dispose()
    {
        _loading?.Cancel();
        _loading?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        var wanted = $"{Access.Slug} {AsOfText}";
        if (string.Equals(_shownFor, wanted, StringComparison.Ordinal))
            return;
        _shownFor = wanted;
        if (_loading is not null)
        {
            await _loading.CancelAsync();
            _loading.Dispose();
        }
        _loading = new();
        var token = _loading.Token;
        try
        {
            _overview = await load.RunAsync(Access, DayNumber.TryParse(AsOfText), token);
            _isEmpty = _overview is null;
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The person has left, or has asked for another date.
        }
    }

    private Task ReloadAsync()
    {
        _shownFor = null;
        return OnParametersSetAsync();
    }

    private void ShowDay(DayNumber day) =>
        navigation.NavigateTo(navigation.GetUriWithQueryParameter("asOf", day.ToString()));

    /// <summary>The page of a number, on the same date where one was chosen.</summary>
    private string Href(string page) =>
        AsOfText is null || _overview is null
            ? Access.Href(page)
            : $"{Access.Href(page)}?asOf={_overview.AsOf}";

    private string Sentence(SellerOverview view) =>
        view.Offer switch
        {
            null => texts.Plural(
                "SentenceNoOffer",
                view.Buyers,
                Display.MoneyShort(view.Revenue, Access.Currency)
            ),
            { Program.Status: ProgramStatus.Active or ProgramStatus.Ending } offer => texts.Plural(
                "SentenceActive",
                offer.Qualified,
                Display.Percentage(offer.Discount),
                Display.Count(view.Buyers),
                Display.Share(Of(offer.Qualified, view.Buyers))
            ),
            var offer => texts.Plural(
                "SentenceScheduled",
                offer.Qualified,
                Display.Percentage(offer.Discount),
                Display.Date(offer.Program.StartsOn!.Value),
                Display.Share(Of(offer.Qualified, view.Buyers))
            ),
        };

    private string Rule(SellerOverview view) =>
        string.Join("; ", view.RuleTerms.Select(key => programTexts[key].Value));

    private string Terms(OfferStanding offer) =>
        L["Terms", Display.Money(offer.Threshold, Access.Currency), Display.Percentage(offer.Discount)];

    private string Clock(OfferStanding offer, DayNumber today) =>
        offer.Program switch
        {
            { Status: ProgramStatus.Active or ProgramStatus.Ending, StartsOn: { } start } => texts.Plural(
                "RunsFor",
                today - start + 1,
                Display.Date(start)
            ),
            { StartsOn: { } start } => L["StartsOn", Display.Date(start)],
            _ => "",
        };

    private string Change(long now, long? before) =>
        before is not { } then ? L["NoYearBefore"]
        : then == 0 ? L["NothingBefore"]
        : L["ChangeFromBefore", Display.Share((double)(now - then) / then), now >= then ? "+" : ""];

    private static double Of(long part, long whole) => whole == 0 ? 0 : (double)part / whole;

    private static bool IsUrgent(OverviewAlert alert) =>
        alert.Kind is OverviewAlertKind.PurchasesAreOld or OverviewAlertKind.ProgramEnds;

    private static string PageOf(OverviewAlert alert) =>
        alert.Kind switch
        {
            OverviewAlertKind.PurchasesAreOld => "data",
            OverviewAlertKind.EconomicsAreDefaults => "settings",
            OverviewAlertKind.ProgramStarts
            or OverviewAlertKind.ProgramEnds
            or OverviewAlertKind.MinimumLifeRunsUntil => "programs",
        };

    private string TextOf(OverviewAlert alert) =>
        L["Alert" + alert.Kind, alert.Day is { } day ? Display.Date(day) : ""];
}

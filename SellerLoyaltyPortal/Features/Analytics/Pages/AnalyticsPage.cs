using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Pages;

/// <summary>
/// What the analytics pages share: the as-of date and every other choice stand in the address, each change of it
/// loads anew, and what still runs for the choice before, or when the person leaves, is cancelled.
/// </summary>
public abstract class AnalyticsPage : SellerPage, IDisposable
{
    private CancellationTokenSource? _loading;
    private string? _loaded;

    /// <summary>The as-of date in the address, ISO 8601; without one the seller's default.</summary>
    [SupplyParameterFromQuery(Name = "asOf")]
    public string? AsOfText { get; set; }

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    [Inject]
    protected AnalyticsQueries Queries { get; set; } = default!;

    [Inject]
    protected IStringLocalizer<AnalyticsText> L { get; set; } = default!;

    [Inject]
    private SellerDays Days { get; set; } = default!;

    /// <summary>Null until it is known.</summary>
    protected SellerDay? Day { get; private set; }

    protected DayNumber AsOf { get; private set; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        _loading?.Cancel();
        _loading?.Dispose();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (string.Equals(_loaded, Navigation.Uri, StringComparison.Ordinal))
            return;
        _loaded = Navigation.Uri;
        if (_loading is not null)
        {
            await _loading.CancelAsync();
            _loading.Dispose();
        }
        _loading = new();
        var token = _loading.Token;
        try
        {
            Day = await Days.GetAsync(Access, token);
            AsOf = DayNumber.TryParse(AsOfText) ?? Day.DefaultAsOf;
            await LoadAsync(token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The person has left, or has asked for something else.
        }
    }

    /// <summary>Asks for what the page shows; a cancelled load must change nothing.</summary>
    protected abstract Task LoadAsync(CancellationToken cancellation);

    /// <summary>Goes to this page with one choice changed; null takes it out of the address.</summary>
    protected void Go(string name, object? value) =>
        Navigation.NavigateTo(
            Navigation.GetUriWithQueryParameters(
                new Dictionary<string, object?>(StringComparer.Ordinal) { [name] = value }
            )
        );

    protected string Link(params (string Name, object? Value)[] choices) =>
        Navigation.GetUriWithQueryParameters(
            choices.ToDictionary(c => c.Name, c => c.Value, StringComparer.Ordinal)
        );

    /// <summary>A choice in the address as a member of an enum; the fallback where it is none.</summary>
    protected static T Choice<T>(string? text, T fallback)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : fallback;

    protected static T? Choice<T>(string? text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value : null;
}

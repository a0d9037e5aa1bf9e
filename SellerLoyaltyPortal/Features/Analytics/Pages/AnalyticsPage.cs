using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Analytics.Work;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Analytics.Pages;

/// <summary>
/// What the analytics pages share: the as-of date, the filter and every other choice stand in the address, each change
/// of it loads anew, and what still runs for the choice before, or when the person leaves, is cancelled. While a
/// page is rendered on the server it waits for its numbers only a moment, then shows that they are coming. A failure
/// is told with a way to try again.
/// </summary>
public abstract class AnalyticsPage : SellerPage, IDisposable
{
    private CancellationTokenSource? _loading;
    private string? _loaded;
    private Dictionary<string, StringValues> _choices = [];

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    [Inject]
    protected AnalyticsQueries Queries { get; set; } = default!;

    [Inject]
    protected IStringLocalizer<AnalyticsText> L { get; set; } = default!;

    [Inject]
    private SellerDays Days { get; set; } = default!;

    [Inject]
    private ScopedLedgers Ledgers { get; set; } = default!;

    [Inject]
    private IOptions<AnalyticsOptions> Options { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private LoadFailures Failures { get; set; } = default!;

    /// <summary>Null until it is known.</summary>
    protected SellerDay? Day { get; private set; }

    protected DayNumber AsOf { get; private set; }

    /// <summary>The latest as-of date that can be asked for.</summary>
    protected DayNumber LastDay => Day!.LastAsOf;

    /// <summary>Whom the page is about.</summary>
    protected BuyerFilter Filter { get; private set; } = BuyerFilter.Everybody;

    protected AnalyticsScope Scope => new(AsOf, Filter);

    /// <summary>What the page compares with; null for nothing.</summary>
    protected AnalyticsScope? Compared { get; private set; }

    /// <summary>The offer around whose threshold the bands lie.</summary>
    protected CurrentOffer Offer { get; private set; } = CurrentOffer.Assumed;

    /// <summary>The seller's categories; empty until they are known.</summary>
    protected IReadOnlyList<string> Categories { get; private set; } = [];

    /// <summary>What went wrong, for the reader; null while nothing did.</summary>
    protected string? Failure { get; private set; }

    /// <summary>How far the numbers are; null once they are there.</summary>
    protected WorkProgress? Progress { get; private set; }

    protected bool IsLoading { get; private set; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        Navigation.LocationChanged -= OnMoved;
        _loading?.Cancel();
        _loading?.Dispose();
    }

    protected override void OnInitialized() => Navigation.LocationChanged += OnMoved;

    protected override Task OnParametersSetAsync() =>
        string.Equals(_loaded, Navigation.Uri, StringComparison.Ordinal) ? Task.CompletedTask : ReloadAsync();

    /// <summary>Asks for what the page shows; a cancelled load must change nothing.</summary>
    protected abstract Task LoadAsync(IProgress<WorkProgress> progress, CancellationToken cancellation);

    /// <summary>What can come after the page is there; in a circuit only.</summary>
    protected virtual Task LoadMoreAsync(CancellationToken cancellation) => Task.CompletedTask;

    protected async Task ReloadAsync()
    {
        _loaded = Navigation.Uri;
        if (_loading is not null)
        {
            await _loading.CancelAsync();
            _loading.Dispose();
        }
        _loading = new();
        var token = _loading.Token;
        (Failure, IsLoading) = (null, true);
        try
        {
            var loading = LoadAllAsync(token);
            if (!RendererInfo.IsInteractive)
                await LeaveWhenLateAsync(loading, _loading);
            await loading;
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The person has left, has asked for something else, or gets the rest in the circuit.
        }
        catch (Exception failure) when (failure is not NavigationException && !token.IsCancellationRequested)
        {
            (Failure, Progress, IsLoading) = (L["LoadFailedText", Failures.Report(failure)], null, false);
        }
    }

    /// <summary>Goes to this page with one choice changed; null takes it out of the address.</summary>
    protected void Go(string name, object? value) =>
        Navigation.NavigateTo(Link((name, value is "" ? null : value)));

    /// <summary>Goes to this page with some choices changed.</summary>
    protected void Go(IReadOnlyList<(string Name, string? Value)> choices) =>
        Navigation.NavigateTo(Link([.. choices.Select(c => (c.Name, (object?)c.Value))]));

    // Without the place on the page to which the last link led: a choice made above it must not jump there again.
    protected string Link(params (string Name, object? Value)[] choices) =>
        Navigation
            .GetUriWithQueryParameters(
                choices.ToDictionary(c => c.Name, c => c.Value, StringComparer.Ordinal)
            )
            .Split('#', 2)[0];

    /// <summary>The address of another page of the seller about the same buyers and date.</summary>
    protected string Elsewhere(string page, params (string Name, string? Value)[] choices)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal);
        if (Choice(FilterAddress.AsOf) is { } asOf)
            query[FilterAddress.AsOf] = asOf;
        foreach (var (name, value) in FilterAddress.Write(Filter))
            query[name] = value;
        foreach (var (name, value) in choices)
            query[name] = value;
        return QueryHelpers.AddQueryString(Access.Href(page), query.Where(q => q.Value is not null));
    }

    /// <summary>A choice as it stands in the address; null where it is not there.</summary>
    protected string? Choice(string name) =>
        _choices.TryGetValue(name, out var value) && value.Count > 0 ? value[0] : null;

    /// <summary>A choice in the address as a member of an enum; the fallback where it is none.</summary>
    protected T Choice<T>(string name, T fallback)
        where T : struct, Enum => ChoiceOf<T>(name) ?? fallback;

    protected T? ChoiceOf<T>(string name)
        where T : struct, Enum =>
        Enum.TryParse<T>(Choice(name), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : null;

    protected int? NumberOf(string name) =>
        int.TryParse(Choice(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private async Task LoadAllAsync(CancellationToken cancellation)
    {
        _choices = QueryHelpers.ParseQuery(new Uri(Navigation.Uri).Query);
        var progress = new PageProgress(this, cancellation);
        Day = await Days.GetAsync(Access, cancellation);
        AsOf = Day.AsOf(DayNumber.TryParse(Choice(FilterAddress.AsOf)));
        Filter = FilterAddress.Read(Choice);
        Offer = await Queries.OfferAsync(Access, cancellation);
        var comparedDay = DayNumber.TryParse(
            Choice(FilterAddress.Name(FilterAddress.Compared, FilterAddress.AsOf))
        )
            is { } compared
            ? Day.AsOf(compared)
            : (DayNumber?)null;
        var comparedFilter = FilterAddress.Read(Choice, FilterAddress.Compared);
        Compared =
            comparedDay is null
            && comparedFilter == BuyerFilter.Everybody
            && Choice(FilterAddress.Compared) is null
                ? null
                : new(comparedDay ?? AsOf, comparedFilter);
        await LoadAsync(progress, cancellation);
        cancellation.ThrowIfCancellationRequested();
        (Progress, IsLoading) = (null, false);
        if (!RendererInfo.IsInteractive)
            return;
        StateHasChanged();
        Categories = await Ledgers.CategoriesAsync(Access, cancellation);
        StateHasChanged();
        await LoadMoreAsync(cancellation);
    }

    private async Task LeaveWhenLateAsync(Task loading, CancellationTokenSource leaving)
    {
        var late = TimeSpan.FromMilliseconds(Options.Value.FirstAnswerMilliseconds);
        await Task.WhenAny(loading, Task.Delay(late, Clock, leaving.Token));
        if (!loading.IsCompleted)
            await leaving.CancelAsync();
    }

    private void OnMoved(object? sender, LocationChangedEventArgs move)
    {
        // To another page: this one is about to go.
        if (!string.Equals(PathOf(move.Location), PathOf(_loaded ?? ""), StringComparison.Ordinal))
            return;
        _ = InvokeAsync(async () =>
        {
            if (string.Equals(_loaded, Navigation.Uri, StringComparison.Ordinal))
                return;
            var loading = ReloadAsync();
            StateHasChanged();
            await loading;
            StateHasChanged();
        });
    }

    private static string PathOf(string address) => address.Split('?', 2)[0];

    private sealed class PageProgress(AnalyticsPage page, CancellationToken cancellation)
        : IProgress<WorkProgress>
    {
        public void Report(WorkProgress value)
        {
            if (cancellation.IsCancellationRequested)
                return;
            _ = page.InvokeAsync(() =>
            {
                if (cancellation.IsCancellationRequested || !page.IsLoading)
                    return;
                page.Progress = value;
                page.StateHasChanged();
            });
        }
    }
}

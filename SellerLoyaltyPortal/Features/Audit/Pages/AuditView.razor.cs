using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Audit.Pages;

/// <summary>The audit log, newest first, by portions. The filter stands in the address, under the names of the file's.</summary>
public sealed partial class AuditView(NavigationManager navigation) : ComponentBase
{
    private const int Portion = 50;
    private const string AreaName = "area";
    private const string FromName = "from";
    private const string ToName = "to";
    private const string TextName = "text";

    private string _shown = "";
    private List<AuditRow>? _rows;
    private bool _hasMore;
    private string _area = "";
    private string? _from;
    private string? _to;
    private string? _text;

    /// <summary>Reads entries older than the one given.</summary>
    public delegate Task<Result<IReadOnlyList<AuditRow>>> Reading(
        AuditFilter filter,
        long? before,
        int count
    );

    [Parameter, EditorRequired]
    public required Reading Read { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<AuditArea> Areas { get; set; }

    /// <summary>Whose days and hours are shown and filtered by.</summary>
    [Parameter, EditorRequired]
    public required BusinessCalendar Calendar { get; set; }

    /// <summary>Address of the same as a file, without its extension.</summary>
    [Parameter, EditorRequired]
    public required string File { get; set; }

    [Parameter]
    public bool ShowsSeller { get; set; }

    private string FileAddress(string extension) =>
        QueryHelpers.AddQueryString(
            $"{File}.{extension}",
            Choices.ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal)
        );

    private IEnumerable<KeyValuePair<string, string?>> Choices =>
        [
            new(AreaName, _area.Length > 0 ? _area : null),
            new(FromName, _from),
            new(ToName, _to),
            new(TextName, string.IsNullOrWhiteSpace(_text) ? null : _text),
        ];

    public void Dispose() => navigation.LocationChanged -= OnMoved;

    protected override Task OnInitializedAsync()
    {
        navigation.LocationChanged += OnMoved;
        return ShowAsync();
    }

    private Task ApplyAsync()
    {
        var address = navigation.GetUriWithQueryParameters(
            Choices.ToDictionary(c => c.Key, c => (object?)c.Value, StringComparer.Ordinal)
        );
        if (string.Equals(address, navigation.Uri, StringComparison.Ordinal))
            return ShowAsync();
        navigation.NavigateTo(address);
        return Task.CompletedTask;
    }

    private async Task ShowAsync()
    {
        _shown = navigation.Uri;
        var query = QueryHelpers.ParseQuery(new Uri(_shown).Query);
        _area = query.TryGetValue(AreaName, out var area) ? area.ToString() : "";
        _from = query.TryGetValue(FromName, out var from) ? from.ToString() : null;
        _to = query.TryGetValue(ToName, out var to) ? to.ToString() : null;
        _text = query.TryGetValue(TextName, out var text) ? text.ToString() : null;
        _rows = [];
        await MoreAsync();
    }

    private void OnMoved(object? sender, LocationChangedEventArgs move)
    {
        // To another page: this one is about to go.
        if (!string.Equals(move.Location.Split('?')[0], _shown.Split('?')[0], StringComparison.Ordinal))
            return;
        _ = InvokeAsync(async () =>
        {
            await ShowAsync();
            StateHasChanged();
        });
    }

    private async Task MoreAsync()
    {
        var filter = AuditFilters.Of(_area, _from, _to, _text, Calendar);
        // One more than is shown says whether there is more.
        var outcome = await Read(filter, _rows is [.., var last] ? last.Id : null, Portion + 1);
        if (!outcome.TryGet(out var rows))
            return;
        _hasMore = rows.Count > Portion;
        (_rows ??= []).AddRange(rows.Take(Portion));
    }
}

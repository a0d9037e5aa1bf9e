using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Audit.Pages;

/// <summary>The audit log, newest first, by portions.</summary>
public sealed partial class AuditView : ComponentBase
{
    private const int Portion = 50;
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
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["area"] = _area.Length > 0 ? _area : null,
                ["from"] = _from,
                ["to"] = _to,
                ["text"] = _text,
            }
        );

    protected override Task OnInitializedAsync() => ApplyAsync();

    private async Task ApplyAsync()
    {
        _rows = [];
        await MoreAsync();
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

using System.Globalization;
using Microsoft.AspNetCore.Components;
using SellerLoyaltyPortal.Data;
using RouteData = Microsoft.AspNetCore.Components.RouteData;

namespace SellerLoyaltyPortal.Frame;

/// <summary>
/// Catches what a page did not expect: logged once with a reference, shown to the person as that reference
/// and nothing else, forgotten when they go to another page.
/// </summary>
public sealed partial class PortalErrors
{
    [Inject]
    private StorageWatch Watch { get; set; } = default!;

    private string _reference = "";

    [CascadingParameter]
    private RouteData? Route { get; set; }

    /// <summary>The way back; the start page without it.</summary>
    [Parameter]
    public string? Home { get; set; }

    private RouteData? _failedAt;

    protected override void OnParametersSet()
    {
        if (CurrentException is not null && !ReferenceEquals(Route, _failedAt))
            Recover();
    }

    protected override Task OnErrorAsync(Exception exception)
    {
        _failedAt = Route;
        Watch.Note(exception);
        _reference = Guid.CreateVersion7().ToString("N", CultureInfo.InvariantCulture)[^8..];
        Log.LogError(exception, "A page failed, reference {Reference}", _reference);
        return Task.CompletedTask;
    }
}

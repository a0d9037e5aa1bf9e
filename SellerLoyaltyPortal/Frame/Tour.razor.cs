using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Frame;

/// <summary>
/// A card that leads through the main pages with a sentence on each. Off until somebody starts it from the help
/// page; its step stands in the address, so that leaving the pages it leads to ends it.
/// </summary>
public sealed partial class Tour(NavigationManager navigation, IStringLocalizer<PortalText> texts)
    : ComponentBase,
        IDisposable
{
    /// <summary>Name in the address.</summary>
    public const string StepName = "tour";

    private static readonly IReadOnlyList<string> Pages =
    [
        "overview",
        "constructor",
        "programs",
        "buyers",
        "retention",
        "ltv",
        "reports",
        "data",
    ];

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    private IStringLocalizer L => texts;

    /// <summary>From 1; null while no tour is on, or on a page that is not its.</summary>
    private int? Step =>
        QueryHelpers.ParseQuery(new Uri(navigation.Uri).Query).TryGetValue(StepName, out var text)
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var step)
        && step >= 1
        && step <= Pages.Count
        && SellerPlace.Of(navigation).IsAt(Pages[step - 1])
            ? step
            : null;

    private string Here => navigation.GetUriWithQueryParameter(StepName, (string?)null);

    public void Dispose() => navigation.LocationChanged -= OnMoved;

    protected override void OnInitialized() => navigation.LocationChanged += OnMoved;

    private void OnMoved(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(StateHasChanged);

    private string Address(int step) =>
        QueryHelpers.AddQueryString(
            SellerPlace.Of(navigation).Href(Access, Pages[step - 1]),
            StepName,
            step.ToString(CultureInfo.InvariantCulture)
        );
}

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Frame;

/// <summary>The way between a seller's pages; keeps the as-of date of the page that it leaves, and of its filter what the next one knows.</summary>
public sealed partial class SellerNav(
    IEnumerable<NavItem> items,
    NavigationManager navigation,
    IStringLocalizerFactory factory,
    IStringLocalizer<PortalText> texts
) : ComponentBase
{
    /// <summary>How many fit side by side on the narrowest phone, beside the one that opens the rest.</summary>
    private const int InBar = 4;

    /// <summary>The glossary and the tour.</summary>
    public const string HelpPage = "help";

    [Parameter, EditorRequired]
    public required SellerAccess Access { get; set; }

    private NavigationManager Navigation => navigation;

    private IStringLocalizer L => texts;

    private List<NavItem> Items =>
        [.. items.Where(i => Access.IsOwner || !i.OwnersOnly).OrderBy(i => i.Order)];

    public void Dispose() => navigation.LocationChanged -= OnLocationChanged;

    protected override void OnInitialized() => navigation.LocationChanged += OnLocationChanged;

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) =>
        _ = InvokeAsync(StateHasChanged);

    private string Label(NavItem item) => factory.Create(item.Texts)[item.TextKey];
}

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Frame;

/// <summary>Which seller the page is about, and the way to the same page of the person's others.</summary>
public sealed partial class SellerSwitcher(NavigationManager navigation, IEnumerable<NavItem> items)
    : ComponentBase
{
    [Parameter, EditorRequired]
    public required SellerAccess Current { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<SellerAccess> Sellers { get; set; }

    private NavigationManager Navigation => navigation;

    private IEnumerable<NavItem> Items => items;

    public void Dispose() => navigation.LocationChanged -= OnLocationChanged;

    protected override void OnInitialized() => navigation.LocationChanged += OnLocationChanged;

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) =>
        _ = InvokeAsync(StateHasChanged);

    private static string Describe(SellerAccess seller) =>
        $"{seller.Currency.Symbol} · {seller.Calendar.Zone.Id}";
}

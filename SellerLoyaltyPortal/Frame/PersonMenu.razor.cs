using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components;

namespace SellerLoyaltyPortal.Frame;

/// <summary>Language, theme and sign-out, on every page.</summary>
public sealed partial class PersonMenu(NavigationManager navigation, IStringLocalizer<PortalText> texts)
    : ComponentBase,
        IDisposable
{
    private IStringLocalizer L => texts;

    private string ReturnUrl => "/" + navigation.ToBaseRelativePath(navigation.Uri);

    protected override void OnInitialized() => navigation.LocationChanged += OnLocationChanged;

    public void Dispose() => navigation.LocationChanged -= OnLocationChanged;

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e) =>
        _ = InvokeAsync(StateHasChanged);
}

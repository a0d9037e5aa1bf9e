using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Components;
using SellerLoyaltyPortal.Components.Layout;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Shared;
using RouteData = Microsoft.AspNetCore.Components.RouteData;

namespace SellerLoyaltyPortal.Frame;

/// <summary>
/// The frame of every page of a seller: rail, switcher, and the <see cref="SellerAccess"/> of the seller in
/// the address, cascaded to the page. Where the person is no member, the page is not there.
/// </summary>
public sealed partial class SellerLayout
{
    private SellerAccess? _access;
    private IReadOnlyList<SellerAccess> _sellers = [];
    private bool _loaded;
    private bool _isHelp;
    private Trail _trail = Trail.None;

    [CascadingParameter]
    private RouteData? Route { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState>? Authentication { get; set; }

    [Inject]
    private SellerDirectory Directory { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    [Inject]
    private IEnumerable<NavItem> Items { get; set; } = default!;

    [Inject]
    private IStringLocalizerFactory Texts { get; set; } = default!;

    [Inject]
    private IStringLocalizer<PortalText> L { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        var slug = Route?.RouteValues.GetValueOrDefault(Policies.SellerRouteParameter) as string;
        if (slug is null || Authentication is null)
            _access = null;
        else if (!string.Equals(_access?.Slug, slug, StringComparison.Ordinal))
        {
            var person = (await Authentication).User;
            _sellers = await Directory.ListAsync(person, CancellationToken.None);
            _access = _sellers.FirstOrDefault(s => string.Equals(s.Slug, slug, StringComparison.Ordinal));
        }
        _loaded = true;
        if (_access is not null)
            (_trail, _isHelp) = Place(_access);
    }

    private (Trail Trail, bool IsHelp) Place(SellerAccess access)
    {
        var place = SellerPlace.Of(Navigation);
        var item = place.IsBelow ? Items.FirstOrDefault(i => place.IsAt(i.Page)) : null;
        return (
            new(
                item is null
                    ? []
                    : [new Crumb(Texts.Create(item.Texts)[item.TextKey], place.Href(access, item))],
                place.Href(access, SellerNav.HelpPage)
            ),
            place.IsAt(SellerNav.HelpPage)
        );
    }
}

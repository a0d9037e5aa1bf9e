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
    /// <summary>How soon a page that is open follows its reader's rights.</summary>
    internal static readonly TimeSpan Recheck = TimeSpan.FromSeconds(15);

    private ITimer? _watch;
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
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private ILogger<SellerLayout> Log { get; set; } = default!;

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

    public void Dispose() => _watch?.Dispose();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _watch = Clock.CreateTimer(_ => _ = InvokeAsync(RecheckAsync), null, Recheck, Recheck);
    }

    /// <summary>
    /// Somebody removed or demoted keeps a page that was opened with rights that are gone: it is taken away here,
    /// whatever their browser does, and what they may see now is asked for anew.
    /// </summary>
    private async Task RecheckAsync()
    {
        if (_access is not { } before || Authentication is null)
            return;
        try
        {
            var person = (await Authentication).User;
            var now = await Directory.FindAsync(person, before.Slug, CancellationToken.None);
            if (now is { LacksSecondStep: false } && now.Role == before.Role)
                return;
            Log.LogInformation(
                "The open page {Route} of person {User} is taken away: their rights have changed",
                CircuitRefusals.PatternOf(Route),
                SellerDirectory.UserIdOf(person)
            );
        }
        catch (System.Data.Common.DbException failed)
        {
            // The next look is a quarter of a minute away.
            Log.LogWarning(failed, "The rights of an open page could not be looked at");
            return;
        }
        _access = null;
        StateHasChanged();
        Navigation.NavigateTo(Navigation.Uri, forceLoad: true);
    }

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

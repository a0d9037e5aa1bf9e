using System.Security.Claims;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using SellerLoyaltyPortal.Features.Accounts;
using RouteData = Microsoft.AspNetCore.Components.RouteData;

namespace SellerLoyaltyPortal.Frame;

/// <summary>
/// What a person sees inside a circuit where a page is not open to them: signed out meanwhile, they sign in
/// again; who lacks a second step sets it up; a member without the role is told so; for everyone else there is
/// nothing.
/// </summary>
public sealed partial class Refused(
    SellerDirectory sellers,
    NavigationManager navigation,
    IServiceProvider services
) : ComponentBase
{
    private Refusal? _refusal;

    private enum Refusal
    {
        SignedOut,
        OwnersOnly,
        NotThere,
    }

    [Parameter, EditorRequired]
    public required RouteData Route { get; set; }

    [CascadingParameter]
    private Task<AuthenticationState> Person { get; set; } = default!;

    protected override async Task OnParametersSetAsync()
    {
        var person = (await Person).User;
        if (person.Identity?.IsAuthenticated != true)
        {
            _refusal = Refusal.SignedOut;
            Write(StatusCodes.Status401Unauthorized, person);
            Leave(AccountAddresses.SignIn);
            return;
        }
        var access = Route.RouteValues.GetValueOrDefault(Policies.SellerRouteParameter) is string slug
            ? await sellers.FindAsync(person, slug, CancellationToken.None)
            : null;
        if (SecondStepDoor.IsClosedTo(person) || access is { LacksSecondStep: true })
        {
            Leave(AccountAddresses.TwoFactor);
            return;
        }
        _refusal = access is not null ? Refusal.OwnersOnly : Refusal.NotThere;
        Write(access is not null ? StatusCodes.Status403Forbidden : StatusCodes.Status404NotFound, person);
    }

    // Not asked for in the constructor, which is public as every component's.
    private void Write(int status, ClaimsPrincipal person) =>
        services.GetRequiredService<CircuitRefusals>().Write(status, Route, person);

    /// <summary>To a page that is rendered anew, with the way back.</summary>
    private void Leave(string address)
    {
        var here = "/" + navigation.ToBaseRelativePath(navigation.Uri);
        navigation.NavigateTo(
            $"{address}?{AccountAddresses.ReturnUrlParameter}={Uri.EscapeDataString(here)}",
            forceLoad: true
        );
    }
}

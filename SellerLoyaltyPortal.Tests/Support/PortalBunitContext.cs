using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using Radzen;

namespace SellerLoyaltyPortal.Tests.Support;

/// <summary>
/// Base of every component test: texts, Radzen's services, a fake clock, a person who is signed in and whom
/// every policy lets through. JavaScript is answered loosely here and nowhere else; a test that is about a
/// call sets that call up.
/// </summary>
public abstract class PortalBunitContext : BunitContext
{
    // bunit's second is too short for a machine that is busy; a wait that is met returns at once.
    static PortalBunitContext() => DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    protected PortalBunitContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddLogging();
        Services.AddLocalization();
        Services.AddRadzenComponents();
        Services.AddSingleton<TimeProvider>(Clock);
        Person = AddAuthorization();
        Person.SetAuthorized("owner@example.test");
    }

    protected FakeClock Clock { get; } = new();

    /// <summary>Who looks at the component: <c>SetNotAuthorized</c>, <c>SetRoles</c>, <c>SetClaims</c>.</summary>
    protected BunitAuthorizationContext Person { get; }
}

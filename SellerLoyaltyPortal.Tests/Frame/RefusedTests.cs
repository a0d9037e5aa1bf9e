using System.Security.Claims;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Frame;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Frame;

/// <summary>A page that is opened inside a circuit by somebody who may not: no request tells of it.</summary>
public sealed class RefusedTests : PortalBunitContext, IClassFixture<PortalWebFactory>
{
    private const string Pattern = "/sellers/{Seller}/buyers/{Id}";

    private readonly PortalWebFactory _portal;
    private readonly Lines _log = new();

    public RefusedTests(PortalWebFactory portal)
    {
        _portal = portal;
        // Built before its registrations are read.
        _ = portal.Services;
        var own = Services.Select(service => service.ServiceType).ToHashSet();
        foreach (var service in portal.Registrations.Where(service => !own.Contains(service.ServiceType)))
            Services.Add(service);
        Services.AddSingleton<ILogger<CircuitRefusals>>(_log);
    }

    [Theory]
    [InlineData(true, 403)]
    [InlineData(false, 404)]
    public async Task Render_MemberOrStranger_IsWrittenDownWithThePatternAndNoBuyer(bool isMember, int status)
    {
        var seller = await _portal.AddSellerAsync("refuses-" + status);
        var person = isMember
            ? await _portal.AddMemberAsync(seller, SellerRole.Analyst)
            : await _portal.AddUserAsync("stranger");
        Person.SetClaims(new Claim(ClaimTypes.NameIdentifier, person.Id.ToString()));

        Render<Refused>(parameters =>
            parameters.Add(
                refused => refused.Route,
                new RouteData(
                    typeof(SellerLoyaltyPortal.Features.Analytics.Pages.BuyerPage),
                    new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        [Policies.SellerRouteParameter] = seller.Slug,
                        ["Id"] = "buyer-17",
                    }
                )
            )
        );

        Assert.Equal([$"{status} inside a circuit for {Pattern}, person {person.Id}"], _log.Written);
    }

    private sealed class Lines : ILogger<CircuitRefusals>
    {
        public List<string> Written { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Written.Add(formatter(state, exception));
    }
}

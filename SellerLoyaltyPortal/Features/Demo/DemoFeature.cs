using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Demo;

/// <summary>
/// Two sellers with real purchases and people with a known password, so that a fresh clone has something to
/// show. In Development only: anywhere else nothing of it is registered.
/// </summary>
public static class DemoFeature
{
    public static WebApplicationBuilder AddDemo(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
            return builder;
        builder.Services.AddOptions<DemoOptions>().BindConfiguration(nameof(DemoOptions));
        // Their password is public, so a second step would guard nothing; everybody else's operator needs one.
        builder.Services.ExemptFromSecondStep([
            .. DemoPerson.All.Where(person => person.IsOperator).Select(person => person.Email),
        ]);
        builder.Services.AddSingleton<DemoSeed>();
        // Hosted services start one after the other before the server listens, so that nobody meets half of it.
        builder.Services.AddHostedService<DemoStart>();
        return builder;
    }
}

using Microsoft.AspNetCore.Authorization;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>People, sellers, memberships and who may open what.</summary>
public static class AccountsFeature
{
    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        builder.AddPortalIdentity();
        var services = builder.Services;
        services
            .AddAuthorizationBuilder()
            .AddPolicy(Policies.SignedIn, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(Policies.Operator, policy => policy.RequireRole(Policies.OperatorRole))
            .AddPolicy(
                Policies.SellerMember,
                policy =>
                    policy
                        .RequireAuthenticatedUser()
                        .AddRequirements(new SellerRequirement(SellerRole.Analyst))
            )
            .AddPolicy(
                Policies.SellerOwner,
                policy =>
                    policy.RequireAuthenticatedUser().AddRequirements(new SellerRequirement(SellerRole.Owner))
            );
        services.AddSingleton<CreateAccount>();
        services.AddSingleton<CreateSeller>();
        services.AddSingleton<ListSellers>();
        services.AddSingleton<MakeLinkForPerson>();
        services.AddSingleton<ListMembers>();
        services.AddSingleton<InviteMember>();
        services.AddSingleton<ChangeMemberRole>();
        services.AddSingleton<RemoveMember>();
        services.AddSingleton<MakeMemberLink>();
        services.AddSingleton(
            new NavItem("members", typeof(AccountsText), "Members", "group", 38, OwnersOnly: true)
        );
        services.AddSingleton<SellerDirectory>();
        services.AddSingleton<IAuthorizationHandler, SellerAuthorizationHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, NotFoundOverForbidden>();
        return builder;
    }

    public static WebApplication MapAccounts(this WebApplication app)
    {
        AccountEndpoints.Map(app);
        return app;
    }
}

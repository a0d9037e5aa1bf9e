using Microsoft.AspNetCore.Authorization;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Accounts.Mail;
using SellerLoyaltyPortal.Features.Accounts.Passkeys;
using SellerLoyaltyPortal.Features.Accounts.TwoFactor;
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
            .AddOptions<AccountsOptions>()
            .BindConfiguration(nameof(AccountsOptions))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services
            .AddOptions<SmtpOptions>()
            .BindConfiguration(nameof(SmtpOptions))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<LinkMail>();
        services
            .AddAuthorizationBuilder()
            .AddPolicy(Policies.OwnAccount, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(
                Policies.SignedIn,
                policy => policy.RequireAuthenticatedUser().AddRequirements(new SecondStepRequirement())
            )
            .AddPolicy(
                Policies.Operator,
                policy =>
                    policy.RequireRole(Policies.OperatorRole).AddRequirements(new SecondStepRequirement())
            )
            .AddPolicy(
                Policies.SellerMember,
                policy =>
                    policy
                        .RequireAuthenticatedUser()
                        .AddRequirements(
                            new SecondStepRequirement(),
                            new SellerRequirement(SellerRole.Analyst)
                        )
            )
            .AddPolicy(
                Policies.SellerOwner,
                policy =>
                    policy
                        .RequireAuthenticatedUser()
                        .AddRequirements(new SecondStepRequirement(), new SellerRequirement(SellerRole.Owner))
            );
        services.AddSingleton<ReadAuditLog>();
        services.AddSingleton<CreateAccount>();
        services.AddSingleton<CreateSeller>();
        services.AddSingleton<ListSellers>();
        services.AddSingleton<MakeLinkForPerson>();
        services.AddSingleton<EndPersonsSignIns>();
        services.AddSingleton<ListMembers>();
        services.AddSingleton<InviteMember>();
        services.AddSingleton<ChangeMemberRole>();
        services.AddSingleton<RemoveMember>();
        services.AddSingleton<MakeMemberLink>();
        services.AddSingleton<SetTwoFactorPolicy>();
        services.AddSingleton(
            new NavItem("members", typeof(AccountsText), "Members", "group", 38, OwnersOnly: true)
        );
        services.AddSingleton(
            new NavAction("members", typeof(AccountsText), "InviteTitle", "person_add", OwnersOnly: true)
        );
        services.AddSingleton<SellerDirectory>();
        services.AddSingleton<IAuthorizationHandler, SellerAuthorizationHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, NotFoundOverForbidden>();
        return builder;
    }

    /// <summary>For people of a demo only: see <see cref="AccountsOptions"/>.</summary>
    public static void ExemptFromSecondStep(this IServiceCollection services, IReadOnlyList<string> emails) =>
        services.Configure<AccountsOptions>(options => options.WithoutSecondStep.UnionWith(emails));

    public static WebApplication MapAccounts(this WebApplication app)
    {
        AccountEndpoints.Map(app);
        PasskeyEndpoints.Map(app);
        return app;
    }
}

using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>People, sellers, memberships and who may open what.</summary>
public static class AccountsFeature
{
    public static WebApplicationBuilder AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddAuthentication(options =>
            {
                options.DefaultScheme = IdentityConstants.ApplicationScheme;
                options.DefaultSignInScheme = IdentityConstants.ExternalScheme;
            })
            .AddIdentityCookies();
        services
            .AddIdentityCore<PortalUser>(options =>
            {
                options.User.RequireUniqueEmail = true;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
                // Length instead of composition rules (NIST SP 800-63B, 5.1.1).
                options.Password.RequiredLength = 12;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddSignInManager()
            .AddDefaultTokenProviders();
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
        services.AddSingleton<SellerDirectory>();
        services.AddSingleton<IAuthorizationHandler, SellerAuthorizationHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, NotFoundOverForbidden>();
        return builder;
    }
}

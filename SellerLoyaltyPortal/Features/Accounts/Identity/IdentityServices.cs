using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts.Passkeys;
using SellerLoyaltyPortal.Features.Accounts.Sessions;
using SellerLoyaltyPortal.Features.Accounts.TwoFactor;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>ASP.NET Core Identity, its cookie, and what the portal adds to both.</summary>
internal static class IdentityServices
{
    private static readonly TimeSpan SignInLasts = TimeSpan.FromDays(14);

    public static void AddPortalIdentity(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddAuthentication(options => options.DefaultScheme = IdentityConstants.ApplicationScheme)
            .AddIdentityCookies();
        services.ConfigureApplicationCookie(options => Configure(options, builder.Environment));
        services.Configure<CookieAuthenticationOptions>(
            IdentityConstants.TwoFactorUserIdScheme,
            options =>
            {
                Flags(options.Cookie, "portal-second-step", builder.Environment);
            }
        );
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = LiveAuthenticationState.Interval;
            options.OnRefreshingPrincipal = KeepSession;
        });
        services
            .AddIdentityCore<PortalUser>(Configure)
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<PortalDbContext>()
            .AddUserStore<PortalUserStore>()
            .AddPasswordValidator<CommonPasswords>()
            .AddPasswordValidator<ContextWords>()
            .AddSignInManager<PortalSignIn>()
            .AddClaimsPrincipalFactory<PortalClaims>()
            .AddTokenProvider<OneTimeLinkTokens>(OneTimeLinkTokens.ProviderName)
            .AddTokenProvider<AuthenticatorCodes>(TokenOptions.DefaultAuthenticatorProvider);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashRounds.Asked);
        services.AddHttpContextAccessor();
        services.AddAntiforgery(options => Flags(options.Cookie, "portal-forms", builder.Environment));
        services.Configure<RateLimiterOptions>(SignInLimit.AddTo);
        services.AddScoped<AuthenticationStateProvider, LiveAuthenticationState>();
        services.AddScoped<AccountStore>();
        services.AddScoped<OneTimeLinks>();
        services.AddScoped<SetPasswordByLink>();
        services.AddScoped<SignInPerson>();
        services.AddScoped<AccountChanges>();
        services.AddScoped<AskAgain>();
        services.AddScoped<ChangePassword>();
        services.AddScoped<ResetSecondStep>();
        services.AddScoped(provider =>
            (PortalSignIn)provider.GetRequiredService<SignInManager<PortalUser>>()
        );
        services.AddScoped<TwoFactorSettings>();
        services.AddScoped<PasskeySettings>();
        services.AddScoped<PasskeySignIn>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // The device asks for finger, face or PIN, and knows for whom it has a passkey: two factors, no e-mail.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
        services.AddSingleton<SignInLog>();
        services.AddSingleton<SignInSessions>();
        services.AddSingleton<SessionUses>();
        services.AddHostedService(provider => provider.GetRequiredService<SessionUses>());
        services.AddSingleton<ExpiringTokens>();
        services.AddSingleton<JoinLinks>();
        services.AddSingleton<JoinSeller>();
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<LanguageCookie>();
    }

    private static void Configure(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        // The user name is the e-mail, which is checked as such.
        options.User.AllowedUserNameCharacters = "";
        options.Lockout.MaxFailedAccessAttempts = SignInThrottle.MaxFailures;
        options.Lockout.DefaultLockoutTimeSpan = SignInThrottle.LockOut;
        // Length instead of composition rules (NIST SP 800-63B, 5.1.1).
        options.Password.RequiredLength = IdentityErrors.ShortestPassword;
        options.Password.RequiredUniqueChars = 4;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Tokens.PasswordResetTokenProvider = OneTimeLinkTokens.ProviderName;
    }

    private static void Configure(CookieAuthenticationOptions options, IHostEnvironment environment)
    {
        Flags(options.Cookie, "portal-sign-in", environment);
        options.ExpireTimeSpan = SignInLasts;
        options.SlidingExpiration = true;
        options.LoginPath = AccountAddresses.SignIn;
        options.ReturnUrlParameter = AccountAddresses.ReturnUrlParameter;
        options.Events.OnRedirectToLogin = context =>
            AnswerOrRedirect(context, StatusCodes.Status401Unauthorized, IsApi(context.Request));
        // Somebody signed in who lacks the role: the status says so, and the frame's page explains it.
        options.Events.OnRedirectToAccessDenied = context =>
            AnswerOrRedirect(context, StatusCodes.Status403Forbidden, answer: true);
    }

    /// <summary>The prefix makes a browser refuse the cookie from anywhere but this host, over HTTPS.</summary>
    private static void Flags(CookieBuilder cookie, string name, IHostEnvironment environment)
    {
        cookie.Name = environment.IsDevelopment() ? name : "__Host-" + name;
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = environment.IsDevelopment()
            ? CookieSecurePolicy.SameAsRequest
            : CookieSecurePolicy.Always;
    }

    /// <summary>A person read anew from the account is still in the session in which they signed in.</summary>
    private static Task KeepSession(SecurityStampRefreshingPrincipalContext context)
    {
        if (
            context.CurrentPrincipal?.FindFirst(SignInSessions.Claim) is { } session
            && context.NewPrincipal?.Identity is ClaimsIdentity identity
        )
            identity.AddClaim(session.Clone());
        return Task.CompletedTask;
    }

    private static bool IsApi(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static Task AnswerOrRedirect(
        RedirectContext<CookieAuthenticationOptions> context,
        int status,
        bool answer
    )
    {
        if (answer)
            context.Response.StatusCode = status;
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}

using Microsoft.AspNetCore.Authentication;
using SellerLoyaltyPortal.Features.Api.Http;

namespace SellerLoyaltyPortal.Features.Api;

/// <summary>
/// What every address under <c>/api/v1</c> has in common: a seller's key, its scopes, two error bodies,
/// limits, the description at <c>/openapi/v1.json</c>. Each feature maps its own addresses with
/// <see cref="ApiRoutes.MapApiV1"/>.
/// </summary>
public static class ApiFeature
{
    /// <summary>The environment that benchmarks run the portal in; otherwise as Production.</summary>
    public const string Benchmark = "Benchmark";

    public static WebApplicationBuilder AddApi(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddOptions<ApiOptions>()
            .BindConfiguration(nameof(ApiOptions))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services
            .AddAuthentication()
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(
                ApiKeyAuthentication.SchemeName,
                configureOptions: null
            );
        services.AddAuthorizationBuilder().AddApiPolicies();
        services.AddSingleton<KnownKeys>();
        services.AddSingleton<WorkingKeys>();
        services.AddSingleton<KeyUses>();
        services.AddHostedService(provider => provider.GetRequiredService<KeyUses>());
        services.AddSingleton<CreateApiKey>();
        services.AddSingleton<RevokeApiKey>();
        services.AddSingleton<ListApiKeys>();
        services.AddRateLimiter(RequestLimits.Configure);
        services.AddOpenApi(ApiRoutes.Version, OpenApiDescription.Configure);
        services.ConfigureHttpJsonOptions(ApiJson.Configure);
        // A body that can't be read is an exception everywhere, not in Development alone: ApiErrors turns it
        // into an answer that says what is wrong with it.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.Configure<RequestLocalizationOptions>(options =>
            options.RequestCultureProviders.Insert(0, new ApiLanguage())
        );
        return builder;
    }

    /// <summary>Before authentication: whatever fails below is answered as a machine expects.</summary>
    public static WebApplication UseApiErrors(this WebApplication app)
    {
        app.UseWhen(
            context => ApiRoutes.IsApi(context.Request.Path),
            branch => branch.UseMiddleware<ApiErrors>()
        );
        return app;
    }

    public static WebApplication MapApi(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        SellerEndpoint.Map(app);
        // What lookups are measured against: every middleware and nothing behind it.
        if (app.Environment.IsEnvironment(Benchmark))
            app.MapGet("/api/empty", static () => TypedResults.Ok()).AllowAnonymous();
        return app;
    }
}

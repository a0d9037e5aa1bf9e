using Microsoft.AspNetCore.Localization;

namespace SellerLoyaltyPortal.Features.Api.Http;

/// <summary>Machines name their language by <c>Accept-Language</c>; English where they name none of ours.</summary>
internal sealed class ApiLanguage : RequestCultureProvider
{
    private static readonly Task<ProviderCultureResult?> English = Task.FromResult<ProviderCultureResult?>(
        new("en")
    );

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        if (!ApiRoutes.IsApi(httpContext.Request.Path))
            return NullProviderCultureResult;
        if (httpContext.Request.Headers.AcceptLanguage.Count == 0)
            return English;
        var wanted = httpContext
            .Request.GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(language => language is "ru" or "en");
        return Task.FromResult<ProviderCultureResult?>(new(wanted ?? "en"));
    }
}

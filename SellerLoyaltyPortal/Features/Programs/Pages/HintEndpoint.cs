using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http.HttpResults;
using SellerLoyaltyPortal.Features.Programs.Storefront;

namespace SellerLoyaltyPortal.Features.Programs.Pages;

/// <summary>
/// <c>/storefront/{seller}/hint</c>: a buyer's progress inside a shop's own page. The signed token is the key; it
/// opens the progress of the buyer that it was made for and nothing else. Without a good one the document is
/// empty, the same for every reason.
/// </summary>
internal static class HintEndpoint
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/storefront/{seller}/hint", GetAsync).AllowAnonymous();

    private static async Task<ContentHttpResult> GetAsync(
        string seller,
        HttpContext context,
        BuyerHints hints,
        ILoggerFactory loggers,
        string? token = null,
        string? lang = null
    )
    {
        var language = lang == "en" ? OfferHints.English : OfferHints.Russian;
        var headers = context.Response.Headers;
        // Any shop may frame this page; nothing else may be loaded by it, and no address with a token leaks from it.
        headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers.XContentTypeOptions = "nosniff";
        var hint = await hints.FindAsync(seller, token ?? "", language, context.RequestAborted);
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(HintDocument.Lang)] = language.TwoLetterISOLanguageName,
            [nameof(HintDocument.Title)] = hint?.Title,
            [nameof(HintDocument.Part)] = hint?.Part ?? 0,
            [nameof(HintDocument.Note)] = hint?.Note,
        };
        // Rendered as it stands: the portal's own pages have a layout around them.
        await using var renderer = new HtmlRenderer(context.RequestServices, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (
                await renderer.RenderComponentAsync<HintDocument>(ParameterView.FromDictionary(parameters))
            ).ToHtmlString()
        );
        return TypedResults.Content(html, "text/html; charset=utf-8");
    }
}

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace SellerLoyaltyPortal.Frame;

/// <summary>
/// The document. Pages are interactive on the server, except those that set cookies (account pages): these
/// carry <c>[ExcludeFromInteractiveRouting]</c> and are rendered once, statically.
/// </summary>
public sealed partial class App
{
    private const string Letters = "_content/Radzen.Blazor/fonts/InterVariable.woff2";
    private const string Symbols = "_content/Radzen.Blazor/fonts/MaterialSymbolsOutlined.woff2";

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = default!;

    private IComponentRenderMode? PageRenderMode =>
        HttpContext.AcceptsInteractiveRouting() ? RenderMode.InteractiveServer : null;

    /// <summary><c>light</c>, <c>dark</c>, or <c>system</c> until the person chooses.</summary>
    private string Theme => Chosen("theme") is ("light" or "dark") and var theme ? theme : "system";

    /// <summary><c>narrow</c> where the person has folded the navigation to its icons.</summary>
    private string Rail => Chosen("rail") is "narrow" ? "narrow" : "wide";

    /// <summary>Written by app.js: over HTTPS with the prefix that keeps other hosts of the domain from writing it.</summary>
    private string? Chosen(string name) =>
        HttpContext.Request.Cookies[HttpContext.Request.IsHttps ? "__Host-" + name : name];
}

using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Diagnostics;

namespace SellerLoyaltyPortal.Frame;

/// <summary>
/// The second way of a refused or failed request, to the page that explains it, is a read, whatever the request was.
/// That page would take a POST for a form of its own, ask for the form's token and answer 400; a PUT it has no
/// place for at all. The framework goes the second way with the request's own method.
/// </summary>
internal static class ExplainingPage
{
    private static readonly object MethodKey = new();

    /// <summary>The method that the request came with, on either way.</summary>
    public static string AskedMethod(HttpContext context) =>
        context.Items[MethodKey] as string ?? context.Request.Method;

    /// <summary>Around both ways: whoever counts and writes down requests sees the method as it came.</summary>
    public static async Task KeepMethodAsync(HttpContext context, RequestDelegate next)
    {
        var asked = context.Request.Method;
        context.Items[MethodKey] = asked;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = asked;
        }
    }

    /// <summary>Within both, at the end of the first: the second is routed before anything else sees it.</summary>
    public static async Task ReadAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            // What the sender did wrong is no failure of the portal. (A form without its token, a body cut short.)
            context.Response.Clear();
            context.Response.StatusCode = bad.StatusCode;
        }
        catch
        {
            Turn(context);
            throw;
        }
        if (context.Response is not { HasStarted: false, StatusCode: >= 400 })
            return;
        if (IsBlankPage(context))
            context.Response.ContentType = null;
        Turn(context);
    }

    /// <summary>
    /// A page says that it is HTML before it looks at a form's token, and where that is missing or no longer good it
    /// says nothing else: somebody who pressed a button of an old page would sit before an empty one.
    /// </summary>
    private static bool IsBlankPage(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status400BadRequest
        && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
        && context.Features.Get<IStatusCodeReExecuteFeature>() is null;

    private static void Turn(HttpContext context)
    {
        var asked = context.Request.Method;
        if (
            !HttpMethods.IsGet(asked)
            && !HttpMethods.IsHead(asked)
            && context.Features.Get<IStatusCodeReExecuteFeature>() is null
        )
            context.Request.Method = HttpMethods.Get;
    }
}

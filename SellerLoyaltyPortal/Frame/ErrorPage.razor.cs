using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Diagnostics;
using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Frame;

/// <summary>What a person sees when a request failed: a reference that stands in the log, and a way back.</summary>
public sealed partial class ErrorPage
{
    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    private bool _busy;

    /// <summary>The address that failed; only a page may simply be asked for again.</summary>
    private string? Failed =>
        HttpContext?.Features.Get<IExceptionHandlerPathFeature>() is { } failed
        && HttpMethods.IsGet(HttpContext.Request.Method)
            ? failed.Path + HttpContext.Request.QueryString
            : null;

    private string Reference => Activity.Current?.TraceId.ToString() ?? HttpContext?.TraceIdentifier ?? "–";

    protected override void OnInitialized()
    {
        if (HttpContext is not { } context)
            return;
        _busy = DatabaseBusy.IsWhy(context.Features.Get<IExceptionHandlerFeature>()?.Error);
        if (!_busy)
            return;
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = DatabaseBusy.RetryAfterSeconds.ToString(
            CultureInfo.InvariantCulture
        );
    }
}

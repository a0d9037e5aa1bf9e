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

    [Inject]
    private StorageWatch Watch { get; set; } = default!;

    private StorageFaultKind? _fault;

    /// <summary>The address that failed; only a page may simply be asked for again.</summary>
    private string? Failed =>
        HttpContext?.Features.Get<IExceptionHandlerPathFeature>() is { } failed
        && HttpMethods.IsGet(ExplainingPage.AskedMethod(HttpContext))
            ? failed.Path + HttpContext.Request.QueryString
            : null;

    private string Reference => Activity.Current?.TraceId.ToString() ?? HttpContext?.TraceIdentifier ?? "–";

    protected override void OnInitialized()
    {
        if (HttpContext is not { } context)
            return;
        var failure = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        Watch.Note(failure);
        _fault = StorageFault.Of(failure);
        if (_fault is not { } fault)
            return;
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = StorageFault
            .RetryAfterSeconds(fault)
            .ToString(CultureInfo.InvariantCulture);
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Features.Api.Http;

/// <summary>
/// Gives every refused or failed request under <c>/api</c> its body, whoever refused it: authorization, the
/// router, the limiter, the JSON reader or a bug. Nothing of an exception's text leaves the portal but where
/// a JSON body is broken.
/// </summary>
internal sealed class ApiErrors(RequestDelegate next, IHostEnvironment environment, ILogger<ApiErrors> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (IsKeyInTheOpen(context))
        {
            await AnswerAsync(context, 400, "https_required", null);
            return;
        }
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            return;
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, bad.StatusCode, CodeOf(bad.StatusCode), Where(bad));
            return;
        }
        catch (Exception failure) when (!context.Response.HasStarted && StorageFault.Of(failure) is { } fault)
        {
            context.RequestServices.GetService<StorageWatch>()?.Note(failure);
            if (fault == StorageFaultKind.Busy)
                log.LogWarning(
                    "{Method} {Route} waited in vain for the database",
                    context.Request.Method,
                    RouteOf(context)
                );
            else
                log.LogError(
                    failure,
                    "{Method} {Route} was not stored: {Fault}",
                    context.Request.Method,
                    context.Request.Path,
                    fault
                );
            context.Response.Clear();
            context.Response.Headers.RetryAfter = StorageFault
                .RetryAfterSeconds(fault)
                .ToString(CultureInfo.InvariantCulture);
            await AnswerAsync(context, 503, CodeOf(fault), null);
            return;
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            var reference = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
            log.LogError(failure, "{Method} {Route} failed", context.Request.Method, RouteOf(context));
            context.Response.Clear();
            await AnswerAsync(context, 500, CodeOf(500), null, reference);
            return;
        }
        var response = context.Response;
        if (response.StatusCode >= 400 && !response.HasStarted && response.ContentType is null)
            await AnswerAsync(context, response.StatusCode, CodeOf(response.StatusCode), null);
    }

    /// <summary>
    /// A key that comes unencrypted from another machine, or through a proxy whose word is not taken, may have
    /// been read on its way. Programs on this machine may do without.
    /// </summary>
    private bool IsKeyInTheOpen(HttpContext context) =>
        !environment.IsDevelopment()
        && !context.Request.IsHttps
        && context.Connection.RemoteIpAddress is { } from
        && !IPAddress.IsLoopback(from);

    /// <summary>The pattern of the address: a buyer's id may stand in the address itself.</summary>
    private static string RouteOf(HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no route";

    private static Task AnswerAsync(
        HttpContext context,
        int status,
        string code,
        string? detail,
        string? reference = null
    )
    {
        context.Response.StatusCode = status;
        // Asked for here, not in the constructor: nearly all requests need no words.
        string message = context.RequestServices.GetRequiredService<IStringLocalizer<ApiText>>()[
            "Problem." + code
        ];
        return context.Response.WriteAsJsonAsync(
            new ApiProblem(code, detail is null ? message : $"{message} {detail}", reference),
            context.RequestAborted
        );
    }

    /// <summary>The place in a broken JSON body, which is the caller's own text.</summary>
    private static string? Where(BadHttpRequestException bad) =>
        bad.InnerException is JsonException json
            ? $"({json.Path ?? "$"}, {json.LineNumber + 1}:{json.BytePositionInLine + 1})"
            : null;

    private static string CodeOf(StorageFaultKind fault) =>
        fault switch
        {
            StorageFaultKind.Busy => "busy",
            StorageFaultKind.Full => "storage_full",
            StorageFaultKind.ReadOnly => "storage_read_only",
            StorageFaultKind.Damaged => "storage_damaged",
            StorageFaultKind.Failing => "storage_failing",
        };

    private static string CodeOf(int status) =>
        status switch
        {
            401 => "key_missing",
            403 => "scope_missing",
            404 => "not_there",
            405 => "method_not_allowed",
            409 => "conflict",
            413 => "too_large",
            415 => "media_type_not_supported",
            429 => "too_many_requests",
            503 => "busy",
            >= 500 => "failed",
            _ => "bad_request",
        };
}

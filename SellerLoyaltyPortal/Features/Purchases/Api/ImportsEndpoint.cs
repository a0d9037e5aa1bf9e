using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Api;

/// <summary><c>/api/v1/imports</c>: a file is sent, checked, and then stored or discarded by its sender.</summary>
internal static class ImportsEndpoint
{
    private const string Address = "imports/{id}";

    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapApiV1(ApiScope.PurchasesWrite, "Imports");
        group
            .MapPost("imports", SendAsync)
            .WithName("SendImport")
            .WithSummary("Receives a file (the body, as it is) and begins to check it.")
            // Whatever a sender takes the file for: what it is is found out.
            .Accepts<Stream>("*/*")
            .Produces<ApiProblem>(StatusCodes.Status413PayloadTooLarge)
            // The portal's own limit holds instead (PurchasesOptions:MaxUploadMegabytes).
            .WithMetadata(new DisableRequestSizeLimitAttribute());
        group.MapGet(Address, Find).WithName("FindImport").WithSummary("Where a file stands.");
        group
            .MapGet(Address + "/errors", Errors)
            .WithName("ListImportErrors")
            .WithSummary("All wrong rows of a checked file, as CSV.")
            .Produces(StatusCodes.Status200OK, contentType: "text/csv");
        group
            .MapPost(Address + "/store", StoreAsync)
            .WithName("StoreImport")
            .WithSummary("Stores a checked file: all of it, or its good rows.");
        group
            .MapDelete(Address, EndAsync)
            .WithName("EndImport")
            .WithSummary("Cancels or discards a file; nothing of it is stored.");
    }

    private static async Task<
        Results<
            Accepted<ImportAnswer>,
            Conflict<ApiProblem>,
            UnprocessableEntity<ApiInvalid>,
            StatusCodeHttpResult
        >
    > SendAsync(
        HttpContext context,
        ImportJobs jobs,
        ImportLimit files,
        IOptions<PurchasesOptions> options,
        IStringLocalizer<PurchasesText> texts,
        IStringLocalizer<ApiText> api,
        string fileName = "file.csv"
    )
    {
        var (access, cancellation) = (context.Caller(), context.RequestAborted);
        // The key's own file before it must not vanish while its sender decides; the files of people and of
        // other keys are in nobody's way.
        if (jobs.Find(access) is { IsOver: false } undecided)
        {
            context.Response.Headers.Location = AddressOf(undecided);
            return TypedResults.Conflict(
                new ApiProblem("conflict", texts["Api.ImportIsUndecided", undecided.Id])
            );
        }
        if (files.Take(access) is { TotalSeconds: > 0 and var wait })
        {
            context.Response.Headers.RetryAfter = Math.Ceiling(wait).ToString(CultureInfo.InvariantCulture);
            return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
        }
        var upload = jobs.NewUpload();
        try
        {
            await using (var target = upload.Create())
                if (!await CopyAsync(context.Request.Body, target, options.Value, cancellation))
                {
                    upload.Delete();
                    return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
                }
            var received = await jobs.ReceiveAsync(access, upload, fileName, cancellation);
            if (received.TryGet(out var job))
                // Nobody looks over what the portal only guesses.
                received =
                    job.Layout == PurchaseLayout.Mapped
                    && job.Mapping?.Preset is null
                    && job.Inspection.SavedAt is null
                        ? new Error("ImportNeedsMapping")
                        : await jobs.CheckAsync(
                            access,
                            job,
                            job.Layout,
                            job.Mapping,
                            remember: false,
                            cancellation
                        );
            if (received.IsSuccess)
                return TypedResults.Accepted(
                    AddressOf(received.Value),
                    ImportAnswer.Of(received.Value, texts, api)
                );
            if (job is not null)
                await jobs.EndAsync(access, job, cancellation);
            upload.Delete();
            return ApiInvalid.Of(received.Errors, texts, api);
        }
        catch
        {
            upload.Delete();
            throw;
        }
    }

    private static Results<Ok<ImportAnswer>, NotFound> Find(
        string id,
        HttpContext context,
        ImportJobs jobs,
        IStringLocalizer<PurchasesText> texts,
        IStringLocalizer<ApiText> api
    ) =>
        JobOf(id, context, jobs) is { } job
            ? TypedResults.Ok(ImportAnswer.Of(job, texts, api))
            : TypedResults.NotFound();

    private static Results<FileStreamHttpResult, NotFound> Errors(
        string id,
        HttpContext context,
        ImportJobs jobs
    ) =>
        JobOf(id, context, jobs) is { } job && jobs.OpenErrorList(context.Caller(), job.Id) is { } list
            ? TypedResults.File(list, "text/csv; charset=utf-8", "errors.csv")
            : TypedResults.NotFound();

    private static async Task<
        Results<Accepted<ImportAnswer>, UnprocessableEntity<ApiInvalid>, NotFound>
    > StoreAsync(
        string id,
        HttpContext context,
        ImportJobs jobs,
        IStringLocalizer<PurchasesText> texts,
        IStringLocalizer<ApiText> api,
        bool goodRowsOnly = false
    )
    {
        if (JobOf(id, context, jobs) is not { } job)
            return TypedResults.NotFound();
        var stored = await jobs.StoreAsync(context.Caller(), job, goodRowsOnly, context.RequestAborted);
        return stored.IsSuccess
            ? TypedResults.Accepted(AddressOf(job), ImportAnswer.Of(job, texts, api))
            : ApiInvalid.Of(stored.Errors, texts, api);
    }

    private static async Task<Results<NoContent, UnprocessableEntity<ApiInvalid>, NotFound>> EndAsync(
        string id,
        HttpContext context,
        ImportJobs jobs,
        IStringLocalizer<PurchasesText> texts,
        IStringLocalizer<ApiText> api
    )
    {
        if (JobOf(id, context, jobs) is not { } job)
            return TypedResults.NotFound();
        var ended = await jobs.EndAsync(context.Caller(), job, context.RequestAborted);
        return ended.IsSuccess ? TypedResults.NoContent() : ApiInvalid.Of(ended.Errors, texts, api);
    }

    private static string AddressOf(ImportJob job) => $"{ApiRoutes.Prefix}/imports/{job.Id}";

    // Of the key that asks, or of nobody.
    private static ImportJob? JobOf(string id, HttpContext context, ImportJobs jobs) =>
        Guid.TryParse(id, out var known) && jobs.Find(context.Caller()) is { } job && job.Id == known
            ? job
            : null;

    /// <returns>False where it is larger than a file may be.</returns>
    private static async Task<bool> CopyAsync(
        Stream body,
        Stream target,
        PurchasesOptions options,
        CancellationToken cancellation
    )
    {
        var limit = options.MaxUploadMegabytes * 1_048_576L;
        var buffer = new byte[1 << 16];
        long length = 0;
        int read;
        while ((read = await body.ReadAsync(buffer, cancellation)) > 0)
        {
            length += read;
            if (length > limit)
                return false;
            await target.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }
        return true;
    }
}

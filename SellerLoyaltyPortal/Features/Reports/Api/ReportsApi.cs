using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Microsoft.OpenApi;
using SellerLoyaltyPortal.Features.Api;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Api;

/// <summary>Reports for machines: the list, and each as JSON or as a workbook, made as the page makes it.</summary>
internal static class ReportsApi
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapApiV1(ApiScope.ReportsRead, "Reports");
        group
            .MapGet("reports", List)
            .WithName("ListReports")
            .WithSummary("The reports that there are, what each can be asked with, and its columns.");
        WithInputs(
            group
                .MapGet("reports/{name}.json", JsonAsync)
                .WithName("GetReport")
                .WithSummary("A report with every row, its facts and totals."),
            app,
            "application/json"
        );
        WithInputs(
            group
                .MapGet("reports/{name}.xlsx", WorkbookAsync)
                .WithName("GetReportWorkbook")
                .WithSummary("The same report as an Excel workbook."),
            app,
            WriteWorkbook.ContentType
        );
    }

    private static Ok<IReadOnlyList<ReportAnswer>> List(
        HttpContext http,
        ReportCatalog catalog,
        ReportWords words
    )
    {
        var currency = http.Caller().Currency;
        return TypedResults.Ok<IReadOnlyList<ReportAnswer>>([
            .. catalog.All.Select(d => new ReportAnswer(
                d.Name,
                words.Report(d),
                words.Question(d),
                [.. d.Inputs.Select(i => new ReportAnswer.Input(i.Key, Lower(i.Kind), i.Choices))],
                [
                    .. d.Shapes.Select(s => new ReportAnswer.Table(
                        s.Name,
                        words.Table(s),
                        [
                            .. s.Columns.Select(c => new ReportAnswer.Column(
                                c.Key,
                                words.Title(c),
                                Lower(c.Type),
                                words.Unit(c, currency),
                                words.Meaning(c)
                            )),
                        ]
                    )),
                ]
            )),
        ]);
    }

    private static async Task<
        Results<PushStreamHttpResult, NotFound, UnprocessableEntity<ApiInvalid>>
    > JsonAsync(HttpContext http, string name, [AsParameters] Services services, WriteReportJson json)
    {
        if (services.Catalog.Find(name) is not { } definition)
            return TypedResults.NotFound();
        var made = await services.MakeAsync(http, definition);
        return made.TryGet(out var report)
            ? TypedResults.Stream(
                output => json.RunAsync(report, output, http.RequestAborted),
                "application/json; charset=utf-8"
            )
            : services.Refused(made.Errors);
    }

    private static async Task<
        Results<FileStreamHttpResult, NotFound, UnprocessableEntity<ApiInvalid>>
    > WorkbookAsync(HttpContext http, string name, [AsParameters] Services services, WriteWorkbook workbooks)
    {
        if (services.Catalog.Find(name) is not { } definition)
            return TypedResults.NotFound();
        var made = await services.MakeAsync(http, definition);
        if (!made.TryGet(out var report))
            return services.Refused(made.Errors);
        var file = await workbooks.RunToTemporaryFileAsync(report, http.RequestAborted);
        return TypedResults.File(file, WriteWorkbook.ContentType, report.FileStem + ".xlsx");
    }

    /// <summary>The inputs are read by the report's own definition: the description is told of them here.</summary>
    private static void WithInputs(RouteHandlerBuilder route, IEndpointRouteBuilder app, string contentType)
    {
        var catalog = app.ServiceProvider.GetRequiredService<ReportCatalog>();
        route
            .Produces(StatusCodes.Status200OK, contentType: contentType)
            .Produces<ApiProblem>(StatusCodes.Status404NotFound)
            .AddOpenApiOperationTransformer(
                (operation, _, _) =>
                {
                    operation.Parameters ??= [];
                    foreach (
                        var input in catalog
                            .All.SelectMany(d => d.Inputs)
                            .DistinctBy(i => i.Key, StringComparer.Ordinal)
                    )
                        operation.Parameters.Add(Described(input, catalog));
                    return Task.CompletedTask;
                }
            );
    }

    private static OpenApiParameter Described(ReportInput input, ReportCatalog catalog) =>
        new()
        {
            Name = input.Key,
            In = ParameterLocation.Query,
            Required = false,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
            Description =
                $"{Lower(input.Kind)}{(input.Choices.Count > 0 ? $" ({string.Join(", ", input.Choices)})" : "")}; taken by "
                + string.Join(
                    ", ",
                    catalog.All.Where(d => d.Inputs.Any(i => i.Key == input.Key)).Select(d => d.Name)
                ),
        };

    private static string Lower<T>(T member)
        where T : struct, Enum => member.ToString().ToLowerInvariant();

    private sealed record Services(
        ReportCatalog Catalog,
        MakeReport Make,
        IStringLocalizer<ReportsText> Texts,
        IStringLocalizer<ApiText> ApiTexts
    )
    {
        public async Task<Result<Report>> MakeAsync(HttpContext http, ReportDefinition definition)
        {
            var query = http.Request.Query;
            var unknown = query
                .Keys.Where(key => definition.Inputs.All(i => i.Key != key))
                .Select(key => new Error("InputIsNotKnown", key, key))
                .ToList();
            return unknown.Count > 0
                ? Result<Report>.Failure(unknown)
                : await Make.RunAsync(http.Caller(), definition, key => query[key], http.RequestAborted);
        }

        public UnprocessableEntity<ApiInvalid> Refused(IEnumerable<Error> errors) =>
            ApiInvalid.Of(errors, Texts, ApiTexts);
    }
}

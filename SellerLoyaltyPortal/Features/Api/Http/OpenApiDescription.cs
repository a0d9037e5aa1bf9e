using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace SellerLoyaltyPortal.Features.Api.Http;

/// <summary>What <c>/openapi/v1.json</c> says beside the addresses themselves: the key and the common errors.</summary>
internal static class OpenApiDescription
{
    private const string Key = "apiKey";

    public static void Configure(OpenApiOptions options)
    {
        options.ShouldInclude = description =>
            ("/" + description.RelativePath).StartsWith(ApiRoutes.Prefix + "/", StringComparison.Ordinal);
        // Types inside others have short names (Item, Step): by those alone two of them would be one schema.
        options.CreateSchemaReferenceId = type =>
            OpenApiOptions.CreateDefaultSchemaReferenceId(type) is { } name
                ? type.Type.DeclaringType?.Name + name
                : null;
        options.AddDocumentTransformer(
            (document, _, _) =>
            {
                document.Info = new OpenApiInfo
                {
                    Title = "SellerLoyaltyPortal",
                    Version = ApiRoutes.Version,
                    Description =
                        "Amounts are integers in 1/10,000 of the seller's currency unit; dates are the "
                        + "seller's business days (yyyy-MM-dd). The seller is the one whose key is sent.",
                };
                document.Components ??= new OpenApiComponents();
                document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>(
                    StringComparer.Ordinal
                );
                document.Components.SecuritySchemes[Key] = new OpenApiSecurityScheme
                {
                    Type = SecuritySchemeType.Http,
                    Scheme = "bearer",
                    BearerFormat = "slp_…",
                    Description = "A seller's key, made on the Data page.",
                };
                return Task.CompletedTask;
            }
        );
        options.AddOperationTransformer(DescribeAsync);
    }

    private static async Task DescribeAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellation
    )
    {
        operation.Security =
        [
            new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference(Key, context.Document)] = [],
            },
        ];
        var problem = await context.GetOrCreateSchemaAsync(typeof(ApiProblem), null, cancellation);
        operation.Responses ??= [];
        foreach (
            var (status, meaning) in new[]
            {
                ("401", "No key, or not a working one."),
                ("403", "The key lacks the scope."),
                ("429", "Too many requests: wait for Retry-After seconds."),
            }
        )
            operation.Responses.TryAdd(
                status,
                new OpenApiResponse
                {
                    Description = meaning,
                    Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                    {
                        ["application/json"] = new() { Schema = problem },
                    },
                }
            );
    }
}

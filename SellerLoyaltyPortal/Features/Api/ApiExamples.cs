using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace SellerLoyaltyPortal.Features.Api;

/// <summary>Examples in <c>/openapi/v1.json</c>.</summary>
public static class ApiExamples
{
    /// <param name="address">The one that the examples are of.</param>
    /// <param name="request">JSON of a body; null where there is none.</param>
    /// <param name="response">JSON of the answer.</param>
    /// <param name="status">Of the answer.</param>
    public static RouteHandlerBuilder WithExample(
        this RouteHandlerBuilder address,
        string? request,
        string response,
        int status = StatusCodes.Status200OK
    ) =>
        address.AddOpenApiOperationTransformer(
            (operation, _, _) =>
            {
                if (request is not null)
                    Show(operation.RequestBody?.Content, request);
                var key = status.ToString(CultureInfo.InvariantCulture);
                if (operation.Responses?.TryGetValue(key, out var answer) == true)
                    Show(answer.Content, response);
                return Task.CompletedTask;
            }
        );

    private static void Show(IDictionary<string, OpenApiMediaType>? content, string json)
    {
        foreach (var type in content?.Values ?? [])
            type.Example = JsonNode.Parse(json);
    }
}

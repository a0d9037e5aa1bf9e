using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using SellerLoyaltyPortal.Features.Api.Http;

namespace SellerLoyaltyPortal.Features.Api;

/// <summary>
/// An answer that is written by generated code instead of reflection, for addresses that are asked thousands
/// of times a second. The address names its type to the description with <c>Produces</c>.
/// </summary>
/// <param name="status">200 or 202.</param>
/// <param name="value">What is written.</param>
/// <param name="shape">Of a source-generated context.</param>
public sealed class JsonAnswer<T>(int status, T value, JsonTypeInfo<T> shape) : IResult
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = ApiJson.Encoder,
        SkipValidation = true,
    };

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        // Into the pipe's own memory; the server flushes it with the end of the answer.
        using var json = new Utf8JsonWriter(response.BodyWriter, Options);
        JsonSerializer.Serialize(json, value, shape);
        return Task.CompletedTask;
    }
}

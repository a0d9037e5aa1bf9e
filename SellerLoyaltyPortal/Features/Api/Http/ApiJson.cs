using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Json;

namespace SellerLoyaltyPortal.Features.Api.Http;

/// <summary>How JSON is written and read: names in camelCase, enumerations as words, unknown members refused.</summary>
internal static class ApiJson
{
    /// <summary>Letters of every language as they are: nothing of this is ever put into HTML.</summary>
    public static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);

    public static void Configure(JsonOptions options)
    {
        var json = options.SerializerOptions;
        json.Converters.Add(
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
        );
        // A mistyped name is an error, not a value that is silently not there.
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Encoder = Encoder;
    }
}

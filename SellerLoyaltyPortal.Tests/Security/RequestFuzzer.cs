using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace SellerLoyaltyPortal.Tests.Security;

/// <summary>
/// Requests to the addresses of the portal with something wrong in them: ids, queries, methods, cookies, keys,
/// forms and JSON bodies. The same seed makes the same requests.
/// </summary>
public sealed partial class RequestFuzzer
{
    private static readonly string[] Words =
    [
        "own-shop",
        "other-shop",
        "no-such-shop",
        "1",
        "0",
        "-1",
        "2147483648",
        "9223372036854775807",
        "99999999999999999999",
        "1.5",
        "NaN",
        "2026-01-15",
        "2026-02-30",
        "0001-01-01",
        "9999-12-31",
        "00000000-0000-0000-0000-000000000000",
        "..",
        "../../portal.db",
        "' OR 1=1 --",
        "<script>alert(1)</script>",
        "{{7*7}}",
        "%00",
        "\u0000",
        "\ud83d\ude42",
        "\u202e",
        "привет",
        "true",
        "null",
        "",
        " ",
        "a,b;c|d",
        new string('x', 3_000),
    ];

    private static readonly string[] Names =
    [
        "asOf",
        "threshold",
        "discount",
        "page",
        "sort",
        "id",
        "q",
        "token",
        "user",
        "returnUrl",
        "from",
        "to",
        "area",
        "text",
        "cursor",
        "limit",
        "culture",
        "ui-culture",
        "_handler",
    ];

    private static readonly string[] Bodies =
    [
        """{"events":[{"line":"l-1","order":"o-1","buyer":"b-1","sku":"s","quantity":1,"price":"10.00","boughtAt":"2026-01-10T10:00:00Z"}]}""",
        """{"items":[{"sku":"s","price":"100.00"}],"buyer":"1"}""",
        "[]",
        "{}",
        "null",
        "\"text\"",
        "{\"a\":",
        "{\"events\":[{}]}",
        "{\"events\":" + new string('[', 200) + new string(']', 200) + "}",
    ];

    private readonly Random _random;
    private readonly IReadOnlyList<(string Method, string Pattern)> _addresses;
    private readonly string _key;
    private readonly Uri _portal;

    public RequestFuzzer(Random random, IEnumerable<Endpoint> endpoints, string key, Uri portal)
    {
        (_random, _key, _portal) = (random, key, portal);
        _addresses =
        [
            .. endpoints
                .OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                .SelectMany(e =>
                    (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method =>
                        (method, "/" + e.RoutePattern.RawText!.Trim('/'))
                    )
                )
                .Distinct()
                .OrderBy(a => a.Item2, StringComparer.Ordinal)
                .ThenBy(a => a.method, StringComparer.Ordinal),
        ];
    }

    public int Choose(int count) => _random.Next(count);

    public HttpRequestMessage Next()
    {
        var (method, pattern) = _addresses[Choose(_addresses.Count)];
        var request = new HttpRequestMessage(
            new HttpMethod(Sometimes(10) ? OneOf(["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH"]) : method),
            // A NUL in the path never reaches the portal: the server refuses it, and so does the test server's client.
            new Uri(
                _portal,
                Parameter()
                    .Replace(
                        pattern,
                        _ => Uri.EscapeDataString(Word().Replace("\0", "", StringComparison.Ordinal))
                    ) + Query()
            )
        );
        if (Sometimes(8))
            request.Headers.TryAddWithoutValidation("Cookie", $"portal-sign-in={Broken(_key + _key)}");
        if (Sometimes(8))
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {Broken(_key)}");
        if (Sometimes(10))
            request.Headers.TryAddWithoutValidation("Accept-Language", Word());
        if (Sometimes(10))
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", Word());
        if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)
            request.Content = Body();
        return request;
    }

    private string Query()
    {
        var query = new StringBuilder();
        for (var count = Choose(4); count > 0; count--)
            query
                .Append(query.Length == 0 ? '?' : '&')
                .Append(OneOf(Names))
                .Append('=')
                .Append(Uri.EscapeDataString(Word()));
        return query.ToString();
    }

    private HttpContent Body()
    {
        if (Sometimes(4))
            return new FormUrlEncodedContent(
                Names.Take(1 + Choose(4)).Select(name => KeyValuePair.Create(name, Word()))
            );
        var text = OneOf(Bodies);
        var bytes = Encoding.UTF8.GetBytes(Sometimes(2) ? Broken(text) : text);
        if (Sometimes(6))
            _random.NextBytes(bytes);
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(
            OneOf(["application/json", "text/csv", "text/plain", "multipart/form-data"])
        );
        return content;
    }

    /// <summary>With letters lost, doubled and changed.</summary>
    private string Broken(string text)
    {
        var broken = new StringBuilder(text);
        for (var count = 1 + Choose(4); count > 0 && broken.Length > 0; count--)
        {
            var at = Choose(broken.Length);
            switch (Choose(3))
            {
                case 0:
                    broken.Remove(at, 1);
                    break;
                case 1:
                    broken.Insert(at, broken[at]);
                    break;
                default:
                    broken[at] = (char)(' ' + Choose('~' - ' '));
                    break;
            }
        }
        return broken.ToString();
    }

    private string Word() => Sometimes(20) ? new Guid(Bytes(16)).ToString() : OneOf(Words);

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    private string OneOf(string[] words) => words[Choose(words.Length)];

    private bool Sometimes(int oneOf) => Choose(oneOf) == 0;

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}

using System.Net.Http.Json;
using System.Text.Json;
using SellerLoyaltyPortal.Tests.Architecture;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Api;

/// <summary>The examples of the description say exactly what the schemas beside them say.</summary>
public sealed class ApiExamplesTests : IDisposable
{
    /// <summary>Groups of addresses all of which have examples.</summary>
    private static readonly string[] Whole = ["Storefront", "Programs", "Constructor"];

    private readonly PortalWebFactory _portal = new();
    private JsonElement _description;

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task Examples_OfEveryAddress_HaveTheMembersOfTheirSchemas()
    {
        using var client = _portal.Anonymous();
        _description = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var (wrong, seen) = (new List<string>(), 0);
        foreach (var (name, operation) in Operations())
        {
            if (operation.TryGetProperty("requestBody", out var request))
                Check(request, name + " request");
            foreach (var response in operation.GetProperty("responses").EnumerateObject())
                Check(response.Value, $"{name} {response.Name}");
        }

        Assert.True(seen >= 12, $"only {seen} examples were found");
        Guard.NothingFound(wrong, "examples in /openapi/v1.json that their schemas do not describe:");

        void Check(JsonElement body, string place)
        {
            if (!body.TryGetProperty("content", out var content))
                return;
            foreach (var type in content.EnumerateObject())
            {
                if (!type.Value.TryGetProperty("example", out var example))
                    continue;
                seen++;
                wrong.AddRange(Differences(example, type.Value.GetProperty("schema"), place));
            }
        }
    }

    [Fact]
    public async Task Examples_OfProgramsAndStorefront_AreAtEveryAddress()
    {
        using var client = _portal.Anonymous();
        _description = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        var without = Operations()
            .Where(o =>
                o.Operation.GetProperty("tags")
                    .EnumerateArray()
                    .Any(t => Whole.Contains(t.GetString(), StringComparer.Ordinal))
            )
            .Where(o =>
                !o
                    .Operation.GetProperty("responses")
                    .GetProperty("200")
                    .GetProperty("content")
                    .EnumerateObject()
                    .All(type => type.Value.TryGetProperty("example", out _))
            )
            .Select(o => o.Name);

        Guard.NothingFound(without, "addresses without an example in /openapi/v1.json:");
    }

    private IEnumerable<(string Name, JsonElement Operation)> Operations() =>
        _description
            .GetProperty("paths")
            .EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(o => ($"{o.Name} {path.Name}", o.Value)));

    private IEnumerable<string> Differences(JsonElement example, JsonElement schema, string place)
    {
        var known = Resolve(schema);
        if (example.ValueKind == JsonValueKind.Array && known.TryGetProperty("items", out var items))
            return example.EnumerateArray().SelectMany((e, i) => Differences(e, items, $"{place}[{i}]"));
        if (example.ValueKind != JsonValueKind.Object || !known.TryGetProperty("properties", out var members))
            return [];
        var required = known.TryGetProperty("required", out var names)
            ? names.EnumerateArray().Select(n => n.GetString()!)
            : [];
        return example
            .EnumerateObject()
            .Where(m => !members.TryGetProperty(m.Name, out _))
            .Select(m => $"{place}: {m.Name} is not in the schema")
            .Concat(
                required
                    .Where(n => !example.TryGetProperty(n, out _))
                    .Select(n => $"{place}: {n} is not in the example")
            )
            .Concat(
                example
                    .EnumerateObject()
                    .Where(m => members.TryGetProperty(m.Name, out _))
                    .SelectMany(m => Differences(m.Value, members.GetProperty(m.Name), $"{place}.{m.Name}"))
            );
    }

    // A member that may be null is its schema or null.
    private JsonElement Resolve(JsonElement schema)
    {
        foreach (var either in (string[])["oneOf", "anyOf"])
        {
            if (schema.TryGetProperty(either, out var choices))
                return Resolve(choices.EnumerateArray().First(c => c.TryGetProperty("$ref", out _)));
        }
        if (!schema.TryGetProperty("$ref", out var reference))
            return schema;
        var found = _description;
        foreach (var part in reference.GetString()!.TrimStart('#', '/').Split('/'))
            found = found.GetProperty(part);
        return Resolve(found);
    }
}

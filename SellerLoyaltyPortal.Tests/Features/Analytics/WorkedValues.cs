using System.Globalization;
using System.Text.Json;

namespace SellerLoyaltyPortal.Tests.Features.Analytics;

/// <summary>Single values from the papers and the packages that reproduce them, with their arguments.</summary>
internal static class WorkedValues
{
    public static IEnumerable<Row> Of(string model) =>
        Cdnow
            .Json("worked_values.json")
            .EnumerateArray()
            .Where(e => e.GetProperty("model").GetString() == model)
            .Select(e => new Row(
                e.GetProperty("quantity").GetString()!,
                Numbers(e.GetProperty("params")),
                Numbers(e.GetProperty("args")),
                e.GetProperty("computed").GetDouble()
            ));

    // Ages are written as numbers or as fractions ("216/7").
    private static Dictionary<string, double> Numbers(JsonElement element) =>
        element
            .EnumerateObject()
            .ToDictionary(
                p => p.Name,
                p =>
                    p.Value.ValueKind == JsonValueKind.Number
                        ? p.Value.GetDouble()
                        : p
                            .Value.GetString()!
                            .Split('/')
                            .Select(s => double.Parse(s, CultureInfo.InvariantCulture))
                            .Aggregate((a, b) => a / b)
            );

    public sealed record Row(
        string Quantity,
        IReadOnlyDictionary<string, double> Parameters,
        IReadOnlyDictionary<string, double> Arguments,
        double Computed
    )
    {
        public int X => (int)Arguments["x"];
    }
}

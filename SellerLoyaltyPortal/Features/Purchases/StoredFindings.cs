using System.Text.Json;
using System.Text.Json.Serialization;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>What the history of imports keeps of a report.</summary>
/// <param name="Errors">Wrong rows that were left out because the owner took the good ones.</param>
public sealed record StoredFindings(
    IReadOnlyList<ImportFinding> Findings,
    IReadOnlyList<RowErrorGroup> Errors
)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public static readonly StoredFindings None = new([], []);

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    public static StoredFindings FromJson(string json) =>
        JsonSerializer.Deserialize<StoredFindings>(json, Format) ?? None;
}

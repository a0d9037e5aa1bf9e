using System.Text.Json.Nodes;
using SellerLoyaltyPortal.Features.Programs.Mechanics;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs.Lifecycle;

/// <summary>
/// What <see cref="ProgramRecord.Describe"/> wrote, read again as named values: rows of earlier portals have
/// fewer of them.
/// </summary>
internal static class ProgramState
{
    /// <summary>The program's fields by name, in the order in which people read them; null values left out.</summary>
    public static IReadOnlyList<KeyValuePair<string, object>> Read(string? json)
    {
        if (json is null || JsonNode.Parse(json) is not JsonObject stored)
            return [];
        var fields = new List<KeyValuePair<string, object>>();
        Add(fields, "Name", (string?)stored["name"]);
        Add(fields, "Status", StatusOf((string?)stored["status"]));
        AddOffer(fields, "", stored["offer"]);
        AddOffer(fields, "Next", stored["nextOffer"]);
        Add(fields, "NextVersionFrom", DayNumber.TryParse((string?)stored["nextVersionFrom"]));
        Add(fields, "Version", (int?)stored["version"] is > 0 and var version ? version : null);
        Add(fields, "MinimumLifeDays", (int?)stored["minimumLifeDays"]);
        Add(fields, "OptionLockDays", (int?)stored["optionLockDays"]);
        Add(fields, "StartsOn", DayNumber.TryParse((string?)stored["startsOn"]));
        Add(fields, "LastDay", DayNumber.TryParse((string?)stored["lastDay"]));
        return fields;
    }

    private static void Add(List<KeyValuePair<string, object>> fields, string name, object? value)
    {
        if (value is not null)
            fields.Add(KeyValuePair.Create(name, value));
    }

    private static object? StatusOf(string? name) =>
        Enum.TryParse<ProgramStatus>(name, out var status) ? status : name;

    private static void AddOffer(List<KeyValuePair<string, object>> fields, string prefix, JsonNode? offer)
    {
        if (offer is null)
            return;
        switch (MechanicJson.Read(offer.ToJsonString()))
        {
            case ThresholdDiscount discount:
                Add(fields, prefix + "Threshold", discount.Threshold);
                Add(fields, prefix + "Discount", discount.Discount);
                Add(fields, prefix + "Stacking", discount.Stacking);
                Add(fields, prefix + "WindowDays", discount.Rule.WindowDays);
                Add(fields, prefix + "PriceBase", new TextKey($"PriceBaseNote.{discount.Rule.PriceBase}"));
                Add(fields, prefix + "ReturnRule", new TextKey($"ReturnRuleNote.{discount.Rule.ReturnRule}"));
                break;
            case var other:
                Add(fields, prefix + "Offer", other.ToString());
                break;
        }
    }
}

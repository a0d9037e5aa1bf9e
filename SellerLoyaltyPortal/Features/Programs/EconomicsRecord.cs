using System.Text.Json.Nodes;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>What the history keeps of a seller's costs: written with every change, read by the journal.</summary>
internal static class EconomicsRecord
{
    private static readonly string[] Shares =
    [
        nameof(SellerEconomics.Commission),
        nameof(SellerEconomics.OptionCommission),
        nameof(SellerEconomics.UnitCost),
        nameof(SellerEconomics.MarginFloor),
    ];

    private static readonly string[] Numbers =
    [
        nameof(SellerEconomics.OptionLockDays),
        "GoodsWithCost",
        "GoodsCostsChanged",
    ];

    /// <summary>Shares in basis points, money in 1/10,000.</summary>
    public static string Describe(SellerUnitEconomics economics) =>
        new JsonObject
        {
            [nameof(SellerEconomics.Commission)] = economics.Unit.Commission.BasisPoints,
            [nameof(SellerEconomics.OptionCommission)] = economics.Unit.OptionCommission.BasisPoints,
            [nameof(SellerEconomics.UnitCost)] = economics.Unit.UnitCost.BasisPoints,
            [nameof(SellerEconomics.MarginFloor)] = economics.MarginFloor.BasisPoints,
            [nameof(SellerEconomics.OptionLockDays)] = economics.OptionLockDays,
            [nameof(SellerEconomics.TypicalOrder)] = economics.TypicalOrder?.TenThousandths,
        }.ToJsonString();

    /// <summary>Of costs by goods the history keeps how many there are, not thousands of rows.</summary>
    public static string DescribeGoods(int withCost, int? changed) =>
        new JsonObject { ["GoodsWithCost"] = withCost, ["GoodsCostsChanged"] = changed }.ToJsonString();

    public static IReadOnlyList<KeyValuePair<string, object>> Read(string? json)
    {
        if (json is null || JsonNode.Parse(json) is not JsonObject stored)
            return [];
        var fields = new List<KeyValuePair<string, object>>();
        foreach (var share in Shares)
        {
            if (stored[share] is { } value)
                fields.Add(new(share, new Percent(value.GetValue<int>())));
        }
        if (stored[nameof(SellerEconomics.TypicalOrder)] is { } order)
            fields.Add(new(nameof(SellerEconomics.TypicalOrder), new Money(order.GetValue<long>())));
        foreach (var number in Numbers)
        {
            if (stored[number] is { } value)
                fields.Add(new(number, value.GetValue<int>()));
        }
        return fields;
    }
}

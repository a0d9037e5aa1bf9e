using System.Text.Json;
using System.Text.Json.Serialization;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Mapping;

/// <summary>How the rows of a file become purchase lines, as found out and as its owner corrected it.</summary>
public sealed record ImportMapping
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The known export that it began with; null for a file of unknown origin.</summary>
    public string? Preset { get; init; }

    /// <summary>All columns of the file, in its order.</summary>
    public required IReadOnlyList<MappedColumn> Columns { get; init; }

    /// <summary>The first row holds names, no purchase.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>Null: the one that is found in the file. Workbooks have none.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Null: the one that is found in the file. See <see cref="FileDialect.Encoding"/>.</summary>
    public string? Encoding { get; init; }

    /// <summary>Point or comma.</summary>
    public char DecimalSign { get; init; } = '.';

    public DateLayout Dates { get; init; }

    public PriceMeaning Prices { get; init; }

    /// <summary>Orders that count, in small letters; empty: all of them.</summary>
    public IReadOnlyList<string> CountedStatuses { get; init; } = [];

    /// <summary>The first column of that meaning; -1 where there is none.</summary>
    public int IndexOf(ColumnField field)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i].Field == field)
                return i;
        return -1;
    }

    public bool Has(ColumnField field) => IndexOf(field) >= 0;

    /// <summary>What keeps it from being used; empty when nothing does.</summary>
    public IReadOnlyList<Error> Problems()
    {
        var problems = new List<Error>();
        if (!Has(ColumnField.Buyer) && !Has(ColumnField.BuyerToHash))
            problems.Add(new("MappingNeedsBuyer"));
        if (Has(ColumnField.Buyer) && Has(ColumnField.BuyerToHash))
            problems.Add(new("MappingHasTwoBuyers"));
        if (!Has(ColumnField.BoughtAt))
            problems.Add(new("MappingNeedsDate"));
        if (!Has(ColumnField.ListPrice) && !Has(ColumnField.SellerPrice) && !Has(ColumnField.PricePaid))
            problems.Add(new("MappingNeedsPrice"));
        if (
            Columns
                .Where(c => c.Field != ColumnField.Ignored)
                .GroupBy(c => c.Field)
                .FirstOrDefault(g => g.Skip(1).Any()) is
            { } twice
        )
            problems.Add(new("MappingHasFieldTwice", null, string.Join(", ", twice.Select(c => c.Header))));
        return problems;
    }

    public string ToJson() => JsonSerializer.Serialize(this, Format);

    /// <summary>Null where a text of an earlier version of the portal no longer means anything.</summary>
    public static ImportMapping? FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ImportMapping>(json, Format);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

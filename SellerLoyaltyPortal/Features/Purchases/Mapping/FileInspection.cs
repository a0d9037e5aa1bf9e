using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Mapping;

/// <summary>What an uploaded file seems to be, before anybody has decided anything.</summary>
public sealed record FileInspection
{
    public required FileDialect Dialect { get; init; }

    public required bool IsWorkbook { get; init; }

    /// <summary>The layout with a reader of its own; <see cref="PurchaseLayout.Mapped"/> where there is none.</summary>
    public required PurchaseLayout Layout { get; init; }

    public required IReadOnlyList<InspectedColumn> Columns { get; init; }

    /// <summary>What the columns seem to mean, or what somebody said of such a file before.</summary>
    public required ImportMapping Mapping { get; init; }

    public required string Signature { get; init; }

    /// <summary>When a mapping was saved for such a file; null where nobody has done so.</summary>
    public DateTimeOffset? SavedAt { get; init; }

    public bool DatesAreAmbiguous { get; init; }

    /// <summary>Statuses in the first rows, where a column of them was found.</summary>
    public IReadOnlyList<string> Statuses { get; init; } = [];

    /// <summary>The first columns that tell who somebody is and would be stored as they are.</summary>
    public Error? PersonalProblem(ImportMapping mapping)
    {
        for (var i = 0; i < Columns.Count && i < mapping.Columns.Count; i++)
            if (
                Columns[i].Personal != PersonalKind.None
                && mapping.Columns[i].Field
                    is ColumnField.Buyer
                        or ColumnField.LineId
                        or ColumnField.OrderId
                        or ColumnField.Sku
                        or ColumnField.Category
            )
                return new Error("MappingKeepsPersonalData", null, Columns[i].Header);
        return null;
    }
}

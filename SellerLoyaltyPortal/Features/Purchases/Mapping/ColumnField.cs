namespace SellerLoyaltyPortal.Features.Purchases.Mapping;

/// <summary>What a column of somebody's file means.</summary>
public enum ColumnField
{
    /// <summary>Not read.</summary>
    Ignored,

    /// <summary>The buyer's pseudonym, stored as it is.</summary>
    Buyer,

    /// <summary>Something that names the buyer (e-mail, phone, name): only its hash is stored.</summary>
    BuyerToHash,

    BoughtAt,
    OrderId,

    /// <summary>Unique at the seller; where there is none, it is made of the line's content.</summary>
    LineId,

    Version,
    Sku,
    Category,
    Quantity,

    /// <summary>Before any discount.</summary>
    ListPrice,

    /// <summary>After the seller's own discount.</summary>
    SellerPrice,

    /// <summary>What the buyer paid.</summary>
    PricePaid,

    /// <summary>Taken off the whole line: what the buyer paid is the seller's price less this.</summary>
    LineDiscount,

    ReturnedQuantity,
    ReturnedAt,
    LoyaltyDiscount,

    /// <summary>Must be the seller's.</summary>
    Currency,

    /// <summary>Of the order; only the statuses that count are stored.</summary>
    Status,
}

using SellerLoyaltyPortal.Features.Purchases.Import;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>The portal's own format: its columns and a file to begin with. <c>docs/import.md</c> tells more.</summary>
public static class PurchaseFormat
{
    private static readonly string[] Order =
    [
        "line_id",
        "version",
        "buyer_id",
        "order_id",
        "sku",
        "category",
        "quantity",
        "list_price",
        "seller_price",
        "price_paid",
        "bought_at",
        "returned_at",
        "returned_quantity",
        "loyalty_discount",
        "currency",
    ];

    /// <summary>The columns in their usual order, and whether a file must have them.</summary>
    public static IReadOnlyList<(string Name, bool Required)> Columns { get; } =
    [.. Order.Select(name => (name, PortalCsvReader.RequiredColumns.Contains(name)))];

    /// <summary>A whole file: a plain line, one with discounts, one that came back in part, and a correction.</summary>
    public const string Sample = """
        line_id,version,buyer_id,order_id,sku,category,quantity,list_price,seller_price,price_paid,bought_at,returned_at,returned_quantity,loyalty_discount
        L-1001,1,buyer-7f3a,O-501,CUP-RED,Tableware,2,450.00,,,2026-03-01,,,
        L-1002,1,buyer-7f3a,O-501,PLATE-26,Tableware,1,900.00,810.00,729.00,2026-03-01 14:05,,,true
        L-1003,1,buyer-91c0,O-502,LAMP-3,Lighting,3,1250.50,1200.50,1200.50,2026-03-02T09:30:00+03:00,2026-03-09,1,
        L-1001,2,buyer-7f3a,O-501,CUP-RED,Tableware,1,450.00,,,2026-03-01,,,

        """;
}

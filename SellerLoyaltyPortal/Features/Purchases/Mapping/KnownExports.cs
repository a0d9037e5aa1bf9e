using System.Globalization;
using SellerLoyaltyPortal.Features.Purchases.Import;
using F = SellerLoyaltyPortal.Features.Purchases.Mapping.ColumnField;

namespace SellerLoyaltyPortal.Features.Purchases.Mapping;

/// <summary>
/// Exports of shops and marketplaces, known by their columns. What the columns are called is from the files
/// that these programs write; see <c>docs/import.md</c>.
/// </summary>
internal static class KnownExports
{
    public const string Shopify = "Shopify";
    public const string WooCommerce = "WooCommerce";
    public const string WooCommerceAnalytics = "WooCommerceAnalytics";

    private static readonly string[] Ozon =
    [
        "тип начисления",
        "за продажу или возврат до вычета комиссий и услуг",
    ];

    private static readonly string[] Wildberries = ["обоснование для оплаты", "кол-во"];

    /// <summary>Presets with the columns that must be there, and what the columns mean.</summary>
    private static readonly (
        string Name,
        string[] Marks,
        (string Header, F Field)[] Fields,
        string[] Counted
    )[] Presets =
    [
        (
            Shopify,
            ["name", "lineitem quantity", "lineitem price", "financial status"],
            [
                ("name", F.OrderId),
                ("email", F.BuyerToHash),
                ("financial status", F.Status),
                ("currency", F.Currency),
                ("created at", F.BoughtAt),
                ("lineitem quantity", F.Quantity),
                ("lineitem price", F.SellerPrice),
                ("lineitem compare at price", F.ListPrice),
                ("lineitem sku", F.Sku),
                ("lineitem discount", F.LineDiscount),
            ],
            ["paid", "partially_refunded"]
        ),
        (
            WooCommerce,
            ["order number", "order date", "item cost"],
            [
                ("order number", F.OrderId),
                ("order status", F.Status),
                ("order date", F.BoughtAt),
                ("email (billing)", F.BuyerToHash),
                ("sku", F.Sku),
                ("category", F.Category),
                ("quantity (- refund)", F.Quantity),
                ("quantity", F.Quantity),
                ("item cost before discount", F.ListPrice),
                ("item cost", F.SellerPrice),
                ("order currency", F.Currency),
            ],
            ["completed", "выполнен"]
        ),
        (
            WooCommerceAnalytics,
            ["date", "order #", "status", "customer", "items sold"],
            [
                ("date", F.BoughtAt),
                ("order #", F.OrderId),
                ("status", F.Status),
                ("customer", F.BuyerToHash),
                ("items sold", F.Quantity),
                ("net sales", F.PricePaid),
                ("n. revenue", F.PricePaid),
                ("currency", F.Currency),
            ],
            ["completed", "выполнен"]
        ),
    ];

    /// <summary>The layout with a reader of its own; null where there is none.</summary>
    public static PurchaseLayout? LayoutOf(IReadOnlyList<string> names)
    {
        var plain = Plain(names);
        if (Ozon.All(plain.Contains))
            return PurchaseLayout.Ozon;
        if (Wildberries.All(plain.Contains))
            return PurchaseLayout.Wildberries;
        if (OnlineRetailReader.IsHeader(names))
            return PurchaseLayout.OnlineRetail;
        return PortalCsvReader.RequiredColumns.All(plain.Contains) ? PurchaseLayout.PortalCsv : null;
    }

    /// <summary>The preset that the names are those of; null where there is none.</summary>
    public static string? PresetOf(IReadOnlyList<string> names)
    {
        var plain = Plain(names);
        return Presets.FirstOrDefault(p => p.Marks.All(plain.Contains)).Name;
    }

    public static F[] FieldsOf(string preset, IReadOnlyList<string> names)
    {
        var fields = new F[names.Count];
        var plain = Plain(names);
        var taken = new HashSet<F>();
        foreach (var (header, field) in Presets.Single(p => p.Name == preset).Fields)
            if (plain.IndexOf(header) is var at and >= 0 && taken.Add(field))
                fields[at] = field;
        return fields;
    }

    public static IReadOnlyList<string> CountedStatuses(string preset) =>
        Presets.Single(p => p.Name == preset).Counted;

    public static PriceMeaning PricesOf(string preset) =>
        preset == WooCommerceAnalytics ? PriceMeaning.WholeLine : PriceMeaning.OnePiece;

    private static List<string> Plain(IReadOnlyList<string> names) =>
        [.. names.Select(n => n.Trim().ToLower(CultureInfo.InvariantCulture))];
}

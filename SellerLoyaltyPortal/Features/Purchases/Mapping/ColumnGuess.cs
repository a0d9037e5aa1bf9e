using System.Globalization;
using F = SellerLoyaltyPortal.Features.Purchases.Mapping.ColumnField;

namespace SellerLoyaltyPortal.Features.Purchases.Mapping;

/// <summary>What columns of an unknown file probably mean, by what they are called (Russian and English).</summary>
internal static class ColumnGuess
{
    // The first name that a file has wins, so the more exact ones stand first.
    private static readonly (F Field, string[] Names)[] Known =
    [
        (F.LineId, ["line_id", "lineid", "line id", "id позиции", "номер позиции", "position_id"]),
        (F.Version, ["version", "версия"]),
        (
            F.OrderId,
            [
                "order_id",
                "orderid",
                "order id",
                "order number",
                "order no",
                "order",
                "order #",
                "invoiceno",
                "invoice",
                "номер заказа",
                "№ заказа",
                "заказ",
                "id заказа",
                "чек",
                "номер чека",
            ]
        ),
        (
            F.Buyer,
            [
                "buyer_id",
                "buyer id",
                "buyer",
                "customer_id",
                "customerid",
                "customer id",
                "client_id",
                "client id",
                "user_id",
                "user id",
                "id покупателя",
                "id клиента",
                "код клиента",
                "код покупателя",
                "номер клиента",
                "номер карты",
                "карта клиента",
                "покупатель",
                "клиент",
            ]
        ),
        (
            F.Sku,
            ["sku", "артикул", "article", "stockcode", "product_id", "product id", "код товара", "товар"]
        ),
        (F.Category, ["category", "категория", "группа товаров", "product category", "предмет"]),
        (
            F.Quantity,
            [
                "quantity",
                "qty",
                "количество",
                "кол-во",
                "количество, шт",
                "количество, шт.",
                "шт",
                "шт.",
                "pieces",
            ]
        ),
        (
            F.ListPrice,
            ["list_price", "list price", "base price", "цена без скидки", "цена до скидки", "розничная цена"]
        ),
        (
            F.SellerPrice,
            [
                "seller_price",
                "seller price",
                "цена со скидкой",
                "unitprice",
                "unit price",
                "price",
                "цена",
                "цена за шт",
            ]
        ),
        (
            F.PricePaid,
            [
                "price_paid",
                "price paid",
                "paid",
                "amount",
                "total",
                "sum",
                "сумма",
                "сумма оплаты",
                "оплачено",
                "стоимость",
                "итого",
            ]
        ),
        (
            F.BoughtAt,
            [
                "bought_at",
                "purchase date",
                "purchase_date",
                "order date",
                "order_date",
                "invoicedate",
                "created at",
                "created_at",
                "date",
                "datetime",
                "дата покупки",
                "дата заказа",
                "дата выкупа",
                "дата продажи",
                "дата",
            ]
        ),
        (F.ReturnedQuantity, ["returned_quantity", "returned quantity", "возвращено", "количество возврата"]),
        (F.ReturnedAt, ["returned_at", "return date", "дата возврата"]),
        (F.LineDiscount, ["discount", "discount amount", "скидка", "сумма скидки"]),
        (F.Currency, ["currency", "валюта"]),
        (F.Status, ["status", "order status", "статус", "статус заказа"]),
        (F.LoyaltyDiscount, ["loyalty_discount", "скидка лояльности"]),
    ];

    /// <param name="personal">A column that names people is nobody's pseudonym: at most it is hashed.</param>
    public static F[] FieldsOf(IReadOnlyList<string> names, IReadOnlyList<PersonalKind> personal)
    {
        var fields = new F[names.Count];
        var plain = names.Select(n => n.Trim().ToLower(CultureInfo.InvariantCulture)).ToList();
        foreach (var (field, known) in Known)
        {
            var at = known
                .Select(k => plain.IndexOf(k))
                .FirstOrDefault(i => i >= 0 && fields[i] == F.Ignored, -1);
            if (at >= 0)
                fields[at] =
                    field == F.Buyer && personal[at] != PersonalKind.None ? F.BuyerToHash
                    : personal[at] != PersonalKind.None ? F.Ignored
                    : field;
        }
        // Both a price of a piece and a sum of the line: pieces times price says the same, the sum is left.
        if (fields.Contains(F.SellerPrice) && fields.Contains(F.PricePaid))
            fields[Array.IndexOf(fields, F.PricePaid)] = F.Ignored;
        // Two people may have one name, but not one mailbox.
        var named = Array.IndexOf(fields, F.BuyerToHash);
        if (named >= 0 && personal[named] == PersonalKind.Name && personal.Contains(PersonalKind.Email))
            fields[named] = F.Ignored;
        if (!fields.Contains(F.Buyer) && !fields.Contains(F.BuyerToHash))
            foreach (var kind in (PersonalKind[])[PersonalKind.Email, PersonalKind.Phone])
                if (
                    Enumerable.Range(0, names.Count).FirstOrDefault(i => personal[i] == kind, -1)
                        is var who
                            and >= 0
                    && !fields.Contains(F.BuyerToHash)
                )
                    fields[who] = F.BuyerToHash;
        return fields;
    }
}

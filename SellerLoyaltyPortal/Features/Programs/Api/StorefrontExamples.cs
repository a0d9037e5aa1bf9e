namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>Examples of the description; Russian letters as JSON escapes, since texts live in resources.</summary>
internal static class StorefrontExamples
{
    public const string Offer = """
        { "id": 7, "version": 2, "percent": 10, "threshold": 50000000, "windowDays": 365,
          "priceBase": "sellerPrice", "returnRule": "originalDate", "stacking": "bestForBuyer",
          "from": "2026-11-01", "lastDay": null }
        """;

    public const string Discount = $$"""
        { "buyerId": "b-42", "percent": 0, "reason": "belowThreshold", "total": 41000000, "threshold": 50000000,
          "missing": 9000000, "until": null,
          "hint": { "ru": "\u0414\u043e \u0441\u043a\u0438\u0434\u043a\u0438 10 % \u043e\u0441\u0442\u0430\u043b\u043e\u0441\u044c 900 ₽", "en": "900 ₽ left to a discount of 10%" },
          "currency": "RUB", "businessDay": "2026-11-22", "validUntil": "2026-11-23T00:00:00+03:00",
          "program": {{Offer}} }
        """;

    public const string HintToken = """
        { "token": "CfDJ8N", "address": "/storefront/shop/hint?token=CfDJ8N", "expiresAt": "2026-11-22T14:00:00+00:00" }
        """;

    public const string Buyers = """{ "buyers": ["b-42"] }""";

    public const string Basket = """
        { "buyerId": "b-7",
          "items": [ { "sku": "TEA-100", "quantity": 2, "price": 4990000 }, { "sku": "CUP-7", "quantity": 1, "price": 12000000 } ],
          "discounts": [ { "code": "AUTUMN", "percent": 15, "skus": ["CUP-7"] } ] }
        """;

    public const string Quote = $$"""
        { "currency": "RUB", "businessDay": "2026-11-22", "validUntil": "2026-11-23T00:00:00+03:00",
          "loyaltyPercent": 10, "program": {{Offer}},
          "items": [
            { "sku": "TEA-100", "quantity": 2, "price": 4990000, "unitPrice": 4491000, "total": 8982000,
              "winner": "loyalty", "code": null, "reason": "onlyOne", "why": "It is the only discount for this item." },
            { "sku": "CUP-7", "quantity": 1, "price": 12000000, "unitPrice": 10200000, "total": 10200000,
              "winner": "promotion", "code": "AUTUMN", "reason": "bestForBuyer",
              "why": "Of several discounts, the one that makes the item cheapest." } ],
          "before": 21980000, "total": 19182000 }
        """;
}

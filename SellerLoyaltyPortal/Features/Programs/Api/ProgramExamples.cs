namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>Examples of the description: one made-up seller on one day, its numbers fitting each other.</summary>
internal static class ProgramExamples
{
    private const string Rule = """
        { "windowDays": 365, "priceBase": "sellerPrice", "returnRule": "originalDate", "boundary": "atLeast",
          "countDiscounted": true }
        """;

    private const string Basis = $$"""
        { "asOf": "2026-11-22", "windowFirst": "2025-11-23", "timeZone": "Europe/Moscow", "currency": "RUB",
          "rule": {{Rule}}, "ledgerSequence": 1044847, "ledgerFirst": "2024-11-01", "ledgerLast": "2026-11-21",
          "ledgerSaysNothing": false }
        """;

    private const string Offer = $$"""
        { "kind": "thresholdDiscount", "percent": 10, "threshold": 50000000, "rule": {{Rule}},
          "stacking": "bestForBuyer" }
        """;

    private const string Program = $$"""
        { "id": 7, "name": "November", "status": "active", "version": 1, "offer": {{Offer}}, "next": null,
          "minimumLifeDays": 30, "optionLockDays": 90, "startsOn": "2026-11-01", "lastDay": null,
          "earliestLastDay": "2027-01-29", "createdAt": "2026-10-30T09:12:00+00:00",
          "changedAt": "2026-10-31T21:00:01+00:00" }
        """;

    private const string Buyers = """
        { "qualify": 1000, "shareOfBuyers": 0.25, "revenue": 80000000000, "shareOfRevenue": 0.8, "near": 300,
          "typicalOrder": 12000000, "inWindow": 4000, "revenueInWindow": 100000000000, "exampleNear": 44000000 }
        """;

    private const string Margins = """
        { "before": 0.25, "after": 0.166, "subsidyRate": 0.084, "limitDiscount": 0.32432432432432432432432432432,
          "breakEvenUplift": 0.5060240963855421686746987952, "requalifyingFactor": 1.1111111111111111111111111111 }
        """;

    private const string Cost = """
        { "yearlySubsidy": 5040000000, "committed": 1242739726, "committedDays": 90,
          "extraSalesOfQualified": 30361445783, "extraPerQualified": 33734940, "extraOrdersPerQualified": 2.811245,
          "extraPerNear": 67200000, "extraOrdersPerNear": 5.6 }
        """;

    public const string List = $$"""
        { "currency": "RUB", "businessDay": "2026-11-22", "programs": [ {{Program}} ] }
        """;

    public const string History = $$"""
        { "program": {{Program}},
          "versions": [ { "number": 1, "offer": {{Offer}}, "from": "2026-11-01", "until": null, "neverHeld": false,
            "decidedAt": "2026-10-31T08:00:00+00:00", "decidedBy": "Anna" } ],
          "history": [
            { "name": "activated", "at": "2026-10-31T21:00:01+00:00", "byClock": true, "by": null },
            { "name": "launched", "at": "2026-10-31T08:00:00+00:00", "byClock": false, "by": "Anna" },
            { "name": "created", "at": "2026-10-30T09:12:00+00:00", "byClock": false, "by": "Anna" } ] }
        """;

    public const string Comparison = $$"""
        { "basis": {{Basis}}, "hasOneRule": true,
          "programs": [ { "program": {{Program}}, "buyers": {{Buyers}}, "margins": {{Margins}}, "cost": {{Cost}} } ] }
        """;

    public const string Change = $$"""
        { "basis": {{Basis}}, "before": {{Offer}}, "after": {{Offer}},
          "gain": { "buyers": 0, "revenue": 0 }, "keep": { "buyers": 800, "revenue": 70000000000 },
          "lose": { "buyers": 200, "revenue": 10000000000 }, "others": 3000, "better": 0, "worse": 200,
          "untouched": 3800, "subsidyBefore": 5040000000, "subsidyAfter": 4400000000,
          "subsidyDifference": -640000000, "anywayBasis": "yearEarlier" }
        """;

    public const string Curve = $$"""
        { "basis": {{Basis}}, "buyers": 4000, "revenue": 100000000000, "typicalOrder": 12000000,
          "steps": [ { "total": 38000, "buyers": 4000, "revenue": 100000000000 } ], "next": "1044847.38000" }
        """;

    public const string Preview = $$"""
        { "basis": {{Basis}}, "threshold": 50000000, "discount": 10, "lifeDays": 30, "startsOn": "2026-11-23",
          "earliestLastDay": "2027-02-20", "buyers": {{Buyers}},
          "rollOff": { "in30": 40, "in60": 90, "in90": 150 },
          "anyway": { "basis": "yearEarlier", "cohortOn": "2025-11-22", "buyers": 900, "spentBefore": 75000000000,
            "spent": 60000000000, "change": -0.2, "passedAgain": 560 },
          "unit": { "commissionPercent": 25, "optionCommissionPercent": 1, "unitCostPercent": 50, "isDefault": false,
            "commissionFrom": "seller", "unitCostFrom": "seller",
            "optionLockDays": 90 },
          "margins": {{Margins}}, "cost": {{Cost}},
          "heatMap": [ { "threshold": 50000000, "discount": 10, "yearlySubsidy": 5040000000,
            "breakEvenUplift": 0.5060240963855421686746987952 } ],
          "sensitivity": [ { "priceBase": "sellerPrice", "returnRule": "originalDate", "qualify": 1000,
            "difference": 0, "isOwn": true } ],
          "goods": { "floorPercent": 0, "sold": 120, "withCost": 100, "revenue": 100000000000,
            "revenueWithCost": 90000000000, "costShare": 0.5, "pushedShare": 0.02,
            "pushed": [ { "sku": "TEA-100", "price": 4990000, "cost": 3400000, "revenue": 2000000000,
              "before": 0.0686, "after": -0.0154 } ],
            "alreadyBelow": [] },
          "hint": {
            "reached": { "ru": "\u0412\u0430\u043c \u0434\u043e\u0441\u0442\u0443\u043f\u043d\u0430 \u0441\u043a\u0438\u0434\u043a\u0430 10 %", "en": "A discount of 10% is yours" },
            "near": { "ru": "\u0414\u043e \u0441\u043a\u0438\u0434\u043a\u0438 10 % \u043e\u0441\u0442\u0430\u043b\u043e\u0441\u044c 600 ₽", "en": "600 ₽ left to a discount of 10%" } } }
        """;
}

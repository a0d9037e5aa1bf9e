using System.Text.Json;
using System.Text.Json.Serialization;
using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Features.Eligibility;

namespace SellerLoyaltyPortal.Features.Programs.Mechanics;

/// <summary>
/// How an offer lies in the database: JSON with the schema's version and the kind first. The stored shape
/// is written out here apart from the domain's records, so that renaming a property can't change what old
/// rows mean. A later version adds a reader and keeps this one.
/// </summary>
public static class MechanicJson
{
    public const int SchemaVersion = 2;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public static string Write(Mechanic mechanic) =>
        mechanic.Kind switch
        {
            MechanicKind.ThresholdDiscount => JsonSerializer.Serialize(
                StoredThresholdDiscount.From((ThresholdDiscount)mechanic),
                Options
            ),
        };

    /// <exception cref="FormatException">
    /// The text is not what <see cref="Write"/> makes: a damaged row, or one of a later portal.
    /// </exception>
    public static Mechanic Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var version = document.RootElement.GetProperty("schema").GetInt32();
            if (version is not (1 or SchemaVersion))
                throw new FormatException($"The offer is of schema {version}, which this portal can't read.");
            var kind = document.RootElement.GetProperty("kind").Deserialize<MechanicKind>(Options);
            return kind switch
            {
                MechanicKind.ThresholdDiscount => document
                    .RootElement.Deserialize<StoredThresholdDiscount>(Options)!
                    .ToMechanic(),
            };
        }
        catch (Exception broken)
            when (broken
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or ArgumentOutOfRangeException
            )
        {
            throw new FormatException("The stored offer can't be read.", broken);
        }
    }

    private sealed record StoredThresholdDiscount(
        int Schema,
        MechanicKind Kind,
        long ThresholdTenThousandths,
        int DiscountBasisPoints,
        StoredRule Rule,
        // Not in schema 1.
        StackingPolicy Stacking = StackingPolicy.BestForBuyer
    )
    {
        public static StoredThresholdDiscount From(ThresholdDiscount offer) =>
            new(
                SchemaVersion,
                offer.Kind,
                offer.Threshold.TenThousandths,
                offer.Discount.BasisPoints,
                StoredRule.From(offer.Rule),
                offer.Stacking
            );

        public ThresholdDiscount ToMechanic() =>
            new(new(ThresholdTenThousandths), new(DiscountBasisPoints), Rule.ToRule())
            {
                Stacking = Stacking,
            };
    }

    private sealed record StoredRule(
        int WindowDays,
        PriceBase PriceBase,
        ReturnRule ReturnRule,
        ThresholdBoundary Boundary,
        bool CountDiscounted
    )
    {
        public static StoredRule From(EligibilityRule rule) =>
            new(rule.WindowDays, rule.PriceBase, rule.ReturnRule, rule.Boundary, rule.CountDiscounted);

        public EligibilityRule ToRule() =>
            new()
            {
                WindowDays = WindowDays,
                PriceBase = PriceBase,
                ReturnRule = ReturnRule,
                Boundary = Boundary,
                CountDiscounted = CountDiscounted,
            };
    }
}

using System.Text.Json.Serialization;

namespace SellerLoyaltyPortal.Features.Programs.Api;

/// <summary>Writes the storefront's answers without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(BuyerDiscountAnswer))]
[JsonSerializable(typeof(BuyerDiscountList))]
[JsonSerializable(typeof(QuoteAnswer))]
internal sealed partial class StorefrontJson : JsonSerializerContext;

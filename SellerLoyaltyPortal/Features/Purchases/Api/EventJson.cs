using System.Text.Json.Serialization;

namespace SellerLoyaltyPortal.Features.Purchases.Api;

/// <summary>Writes the answers to batches without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PurchaseBatchAnswer))]
internal sealed partial class EventJson : JsonSerializerContext;

namespace SellerLoyaltyPortal.Tests.Architecture.Planted.Features.Accounts.Persistence;

/// <summary>A private part of a feature for <c>UsesASubNamespace</c>.</summary>
internal sealed class PlantedSecret;

using Microsoft.AspNetCore.Components;

namespace SellerLoyaltyPortal.Tests.Architecture.Planted.Features.Purchases.Pages;

/// <summary>A page for <c>UsesAPage</c>.</summary>
internal sealed class PlantedPage : ComponentBase;

using SellerLoyaltyPortal.Columnar;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Eligibility;

/// <summary>A threshold under one combination of the choices that nobody has published.</summary>
/// <param name="PriceBase">Which price counts.</param>
/// <param name="ReturnRule">When a return is taken off.</param>
/// <param name="Buyers">Buyers who qualify.</param>
/// <param name="Revenue">Their totals together.</param>
/// <param name="Base">Buyers with anything that counts in the window.</param>
/// <param name="BaseRevenue">All their totals together.</param>
public sealed record SensitivityCell(
    PriceBase PriceBase,
    ReturnRule ReturnRule,
    int Buyers,
    Money Revenue,
    int Base,
    Money BaseRevenue
);

using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>The figures at one threshold.</summary>
/// <param name="Buyers">Who qualify.</param>
/// <param name="ShareOfBuyers">Of the buyers with purchases in the window.</param>
/// <param name="Revenue">Totals of those who qualify.</param>
/// <param name="ShareOfRevenue">Of all totals in the window.</param>
/// <param name="Near">Who do not qualify but would with one typical order more.</param>
public sealed record ConstructorAnswer(
    Money Threshold,
    int Buyers,
    double ShareOfBuyers,
    Money Revenue,
    double ShareOfRevenue,
    int Near
);

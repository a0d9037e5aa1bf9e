using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Columnar;

/// <summary>One purchase line as the ledger knows it now (its highest version), amounts for the whole line.</summary>
/// <param name="BuyerKey">The database's surrogate key of the buyer, or any number unique to them.</param>
/// <param name="BoughtOn">The seller's business day on which it was bought out.</param>
/// <param name="ListPrice">Total of the line before discounts, nothing returned taken off.</param>
/// <param name="SellerPrice">Total after the seller's discount, nothing returned taken off.</param>
/// <param name="PricePaid">Total that the buyer paid, nothing returned taken off.</param>
/// <param name="Quantity">
/// Pieces. Negative, with negative amounts: a cancellation that names no purchase; it counts on its own day
/// under both return rules.
/// </param>
/// <param name="ReturnedQuantity">
/// Pieces given back, from 0 to <paramref name="Quantity"/>; takes back that fraction of each amount
/// (<see cref="Money.Fraction"/>).
/// </param>
/// <param name="ReturnedOn">The business day of the return; unknown means the day of the purchase.</param>
/// <param name="Order">A number that the lines of one order share and no other order of the buyer has.</param>
/// <param name="Discounted">Bought with the loyalty discount.</param>
public readonly record struct LedgerLine(
    long BuyerKey,
    DayNumber BoughtOn,
    Money ListPrice,
    Money SellerPrice,
    Money PricePaid,
    long Quantity = 1,
    long ReturnedQuantity = 0,
    DayNumber? ReturnedOn = null,
    int Order = 0,
    bool Discounted = false
);

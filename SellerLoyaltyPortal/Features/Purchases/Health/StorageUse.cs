namespace SellerLoyaltyPortal.Features.Purchases.Health;

/// <summary>What a seller's purchases take.</summary>
/// <param name="Rows">Of the ledger, with those that were corrected.</param>
/// <param name="CurrentLines">That count.</param>
/// <param name="DiskBytes">About: rows times the measured size of the latest ones with their indexes.</param>
/// <param name="MemoryBytes">Of the columns that questions are answered from.</param>
public sealed record StorageUse(long Rows, long CurrentLines, long DiskBytes, long MemoryBytes);

namespace SellerLoyaltyPortal.Features.Purchases.Mapping;

/// <param name="Header">As it stands in the file; its number (from 1) where the file has no header.</param>
public sealed record MappedColumn(string Header, ColumnField Field);

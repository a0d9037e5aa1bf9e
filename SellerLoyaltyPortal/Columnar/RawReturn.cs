namespace SellerLoyaltyPortal.Columnar;

/// <summary>What one line gave back, in 1/10,000, and on which day.</summary>
internal record struct RawReturn(int Day, long List, long Seller, long Paid);

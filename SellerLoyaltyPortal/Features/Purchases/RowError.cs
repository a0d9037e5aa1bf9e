namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>One thing that is wrong with one row.</summary>
/// <param name="Row">Number of the row in a spreadsheet program: the first row of the file is 1.</param>
/// <param name="Column">Name of the column; empty where the row as a whole is wrong.</param>
/// <param name="Value">What stands there, cut to a readable length.</param>
public sealed record RowError(long Row, string Column, string Value, RowErrorReason Reason);

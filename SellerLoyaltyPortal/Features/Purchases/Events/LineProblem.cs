namespace SellerLoyaltyPortal.Features.Purchases.Events;

/// <summary>One thing that is wrong with one line of a batch.</summary>
/// <param name="Field">Name in the JSON; empty where the line as a whole is wrong.</param>
internal readonly record struct LineProblem(string Field, RowErrorReason Reason);

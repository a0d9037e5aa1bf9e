namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>
/// An arrow that the table does not draw and that stands all the same, with the reason. One that no longer
/// occurs fails the test: the list only gets shorter by itself.
/// </summary>
public sealed record KnownArrow(string From, string To, string Reason);

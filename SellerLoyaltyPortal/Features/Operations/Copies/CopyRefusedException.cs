namespace SellerLoyaltyPortal.Features.Operations.Copies;

/// <summary>A copy can't be made or put back; the message is for the person at the command line.</summary>
internal sealed class CopyRefusedException(string message) : Exception(message);

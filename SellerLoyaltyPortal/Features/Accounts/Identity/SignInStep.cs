namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>How far a sign-in has come.</summary>
/// <param name="NeedsCode">The password was right, and the second step is to follow.</param>
internal sealed record SignInStep(PortalUser User, bool NeedsCode);

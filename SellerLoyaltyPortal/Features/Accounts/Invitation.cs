namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>
/// What an invitation came to. The link is mailed, or handed over by whoever invited where no mail server is
/// set; it works once, for seven days.
/// </summary>
/// <param name="Link">Relative to the portal; null where the person needs none.</param>
/// <param name="IsNewAccount">
/// True: a member at once, the link sets the password. False: the person had an account, and joins when
/// they open the link signed in.
/// </param>
public sealed record Invitation(string Email, string? Link, bool IsNewAccount);

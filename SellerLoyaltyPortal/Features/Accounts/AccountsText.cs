namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>Marks the texts of this feature (<c>AccountsText.resx</c>, <c>.ru.resx</c>).</summary>
public sealed class AccountsText;

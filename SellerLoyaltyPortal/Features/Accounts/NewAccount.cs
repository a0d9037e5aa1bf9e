using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>A person to be given an account.</summary>
/// <param name="Email">What they sign in with; unique.</param>
/// <param name="DisplayName">Null: the part of the e-mail before the @, until they say otherwise.</param>
/// <param name="Password">Null: they choose it themselves over a one-time link.</param>
public sealed record NewAccount(string Email, string? DisplayName = null, string? Password = null)
{
    /// <summary><c>ru</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "ru";

    public bool IsOperator { get; init; }

    public IReadOnlyList<(SellerId Seller, SellerRole Role)> Memberships { get; init; } = [];
}

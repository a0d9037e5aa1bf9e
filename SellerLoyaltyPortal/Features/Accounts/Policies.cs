namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>Names of the authorization policies. Every page and endpoint carries one, or allows anonymous.</summary>
public static class Policies
{
    /// <summary>Any member of the seller that the address names; everyone else gets 404.</summary>
    public const string SellerMember = nameof(SellerMember);

    /// <summary>An owner of the seller that the address names; an analyst gets 403, everyone else 404.</summary>
    public const string SellerOwner = nameof(SellerOwner);

    /// <summary>The marketplace's administrator; everyone else gets 404.</summary>
    public const string Operator = nameof(Operator);

    /// <summary>
    /// Anyone who is signed in, also an operator who has no second step yet: for the page that sets it up.
    /// </summary>
    public const string OwnAccount = nameof(OwnAccount);

    /// <summary>Anyone who is signed in; an operator with their second step.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>Name of Identity's role behind <see cref="Operator"/>.</summary>
    public const string OperatorRole = "operator";

    /// <summary>The route parameter that names the seller in every seller-scoped address.</summary>
    public const string SellerRouteParameter = "Seller";
}

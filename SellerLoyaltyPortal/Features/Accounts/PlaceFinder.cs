namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>What of a seller has a name of its own and can be gone to by it; a feature registers its own.</summary>
public abstract class PlaceFinder
{
    /// <summary>All of them, in the language of the current request or circuit.</summary>
    public abstract Task<IReadOnlyList<NamedPlace>> AllAsync(
        SellerAccess access,
        CancellationToken cancellation
    );
}

namespace SellerLoyaltyPortal.Data;

/// <summary>The database was upgraded by a later portal, which this one would misread.</summary>
/// <param name="migration">A step of the upgrade that this portal does not know.</param>
public sealed class DatabaseIsNewerException(string migration)
    : Exception(
        $"The database was upgraded by a later version of the portal ({migration}). Start that version, or restore a backup from before the upgrade (admin restore)."
    );

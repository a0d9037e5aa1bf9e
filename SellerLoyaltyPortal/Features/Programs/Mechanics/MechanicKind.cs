namespace SellerLoyaltyPortal.Features.Programs.Mechanics;

/// <summary>
/// The kinds of offer. Every switch over it names every member, so that a new one breaks the build
/// wherever it must be handled. The names are stored: they are never changed.
/// </summary>
public enum MechanicKind
{
    /// <summary>One percentage off everything once a buyer's total reaches a threshold.</summary>
    ThresholdDiscount,
}

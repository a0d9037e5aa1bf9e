namespace SellerLoyaltyPortal.Features.Programs.Mechanics;

/// <summary>
/// What a program offers and to whom. A closed hierarchy: each kind is a sealed record in this folder, and
/// <see cref="Kind"/> says which, for exhaustive switches.
/// </summary>
public abstract record Mechanic
{
    private protected Mechanic() { }

    public abstract MechanicKind Kind { get; }
}

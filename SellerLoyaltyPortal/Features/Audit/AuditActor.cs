namespace SellerLoyaltyPortal.Features.Audit;

/// <param name="Id">Of the person or key; null for the others.</param>
/// <param name="Address">The network address that a request came from, where there was one.</param>
public sealed record AuditActor(AuditActorKind Kind, Guid? Id = null, string? Address = null)
{
    public static readonly AuditActor Clock = new(AuditActorKind.Clock);

    public static readonly AuditActor Machine = new(AuditActorKind.Machine);

    public static AuditActor Person(Guid id, string? address = null) =>
        new(AuditActorKind.Person, id, address);
}

namespace SellerLoyaltyPortal.Features.Audit;

/// <summary>Who or what did it.</summary>
public enum AuditActorKind
{
    Person,

    /// <summary>A seller's key for machines; the entry's id is the key's.</summary>
    Key,

    /// <summary>The portal itself, when a time had come.</summary>
    Clock,

    /// <summary>Whoever has the machine: the command line.</summary>
    Machine,

    /// <summary>Somebody who was not signed in.</summary>
    Visitor,
}

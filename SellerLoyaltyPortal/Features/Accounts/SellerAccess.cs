using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>
/// Proof that a person is a member of a seller, with what pages and use cases need to know of that seller.
/// Made by <see cref="SellerDirectory"/> only, from the database. A circuit may hold it for long, so
/// commands check again with <see cref="SellerDirectory.StillMayAsync"/>.
/// </summary>
public sealed record SellerAccess
{
    /// <summary>The page that a seller opens at.</summary>
    public const string HomePage = "overview";

    internal SellerAccess() { }

    public required SellerId SellerId { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; init; }

    public required Currency Currency { get; init; }

    public required BusinessCalendar Calendar { get; init; }

    public required SellerRole Role { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>See <see cref="Seller.DemoShiftDays"/>.</summary>
    public int? DemoShiftDays { get; init; }

    /// <summary>Whether members need a second step at sign-in.</summary>
    public bool RequiresTwoFactor { get; init; }

    /// <summary>The seller asks for a second step that the person has not set up: nothing opens before.</summary>
    public bool LacksSecondStep { get; init; }

    /// <summary>
    /// A seller's key instead of a person: <see cref="UserId"/> is then the key's. It is read again with every
    /// request, so there is no membership to ask for.
    /// </summary>
    public bool IsMachine { get; init; }

    /// <summary>Who stands in the audit log for what is done with this access.</summary>
    public AuditActor Actor => new(IsMachine ? AuditActorKind.Key : AuditActorKind.Person, UserId);

    public bool IsOwner => Role == SellerRole.Owner;

    /// <summary>The seller-relative address of a page: <c>Href("programs")</c>.</summary>
    public string Href(string page) => $"/sellers/{Slug}/{page}";
}

using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Undo;

/// <summary>
/// Lines of one import that a later one corrected, or found there already and so did not store again: while
/// that is so, the earlier import can't be undone without taking from the later one. An import has such a
/// row about itself too: it tells that its dependencies were noted (earlier versions of the portal did not).
/// </summary>
public sealed class ImportDependency : ISellerOwned
{
    /// <summary><see cref="LaterImportId"/> of purchases that came as events.</summary>
    public const long Events = 0;

    public SellerId SellerId { get; set; }

    public required long ImportId { get; init; }

    public required long LaterImportId { get; init; }

    /// <summary>Rows of the later import that met a line of the earlier one.</summary>
    public required long Lines { get; set; }
}

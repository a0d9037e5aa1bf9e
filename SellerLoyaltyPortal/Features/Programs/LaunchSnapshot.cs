using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>
/// Every buyer's total at 00:00 of a program's first day, frozen by the activation: what an honest
/// measurement of the effect starts from, because nobody knew the threshold before.
/// </summary>
public sealed class LaunchSnapshot : ISellerOwned, IWriteOnce
{
    public SellerId SellerId { get; set; }

    public required long ProgramId { get; init; }

    /// <summary>The program's first day; totals are of its window without the day itself, which has only begun.</summary>
    public required DayNumber AsOf { get; init; }

    /// <summary>The ledger's last event that is in the totals.</summary>
    public required long LedgerSequence { get; init; }

    /// <summary>When it was taken: at <see cref="AsOf"/> 00:00, later where the portal was down then.</summary>
    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The offer with its rule, as it was launched.</summary>
    public required string MechanicJson { get; init; }

    /// <summary>Buyers with anything that counts.</summary>
    public required int Buyers { get; init; }

    public required int Qualified { get; init; }

    /// <summary>All totals together.</summary>
    public required Money Revenue { get; init; }

    public required Money QualifiedRevenue { get; init; }

    /// <summary>Keys and totals of <see cref="Buyers"/>, packed (<see cref="Lifecycle.FrozenTotals"/>).</summary>
    public required byte[] Totals { get; init; }
}

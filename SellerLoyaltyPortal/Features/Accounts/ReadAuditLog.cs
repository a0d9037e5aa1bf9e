using System.Runtime.CompilerServices;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts.Members;
using SellerLoyaltyPortal.Features.Accounts.Operators;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>
/// The audit log, newest first: a seller's for its owners; for an operator the platform's own, and who may
/// enter which seller with what. A seller's business (programs, purchases, exports) is not the operator's.
/// </summary>
public sealed class ReadAuditLog(SellerDirectory sellers, SellerDbContextFactory contexts)
{
    /// <summary>Entries read at a time when all are asked for.</summary>
    private const int Portion = 1_000;

    private static readonly AuditAction[] ForOperator =
    [
        .. Enum.GetValues<AuditArea>().Where(AuditAreas.IsForOperator).SelectMany(AuditAreas.Of),
    ];

    /// <param name="before">Entries older than this one; null for the newest.</param>
    public async Task<Result<IReadOnlyList<AuditRow>>> RunAsync(
        SellerAccess access,
        AuditFilter filter,
        long? before,
        int count,
        CancellationToken cancellation
    )
    {
        if (access.IsMachine || !await sellers.StillMayAsync(access, SellerRole.Owner, cancellation))
            return MemberRules.OnlyAnOwnerMayDoThis;
        return await ReadAsync(access.SellerId, filter, before, count, cancellation);
    }

    /// <inheritdoc cref="RunAsync"/>
    public async Task<Result<IReadOnlyList<AuditRow>>> RunForOperatorAsync(
        ClaimsPrincipal person,
        AuditFilter filter,
        long? before,
        int count,
        CancellationToken cancellation
    )
    {
        await using (var context = contexts.ForPlatform())
            if (!await OperatorRules.IsOperatorAsync(context, person, cancellation))
                return OperatorRules.OnlyAnOperatorMayDoThis;
        return await ReadAsync(seller: null, filter, before, count, cancellation);
    }

    /// <summary>All entries, for a file: the caller's address is authorized.</summary>
    /// <param name="seller">Null for what the operator sees.</param>
    internal async IAsyncEnumerable<AuditRow> AllAsync(
        SellerId? seller,
        AuditFilter filter,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        long? before = null;
        while (true)
        {
            var rows = await ReadAsync(seller, filter, before, Portion, cancellation);
            foreach (var row in rows)
                yield return row;
            if (rows.Count < Portion)
                yield break;
            before = rows[^1].Id;
        }
    }

    private async Task<List<AuditRow>> ReadAsync(
        SellerId? seller,
        AuditFilter filter,
        long? before,
        int count,
        CancellationToken cancellation
    )
    {
        await using var context = contexts.ForPlatform();
        var entries = context.Set<AuditEntry>().AsNoTracking();
        entries = seller is { } one
            ? entries.Where(e => e.SellerId == one)
            : entries.Where(e => e.SellerId == null || ForOperator.Contains(e.Action));
        if (before is { } last)
            entries = entries.Where(e => e.Id < last);
        if (filter.Area is { } area)
        {
            var actions = AuditAreas.Of(area);
            entries = entries.Where(e => actions.Contains(e.Action));
        }
        if (filter.From is { } from)
            entries = entries.Where(e => e.At >= from);
        if (filter.Until is { } until)
            entries = entries.Where(e => e.At < until);
        var named =
            from entry in entries
            join person in context.Users on entry.ActorId equals (Guid?)person.Id into people
            from person in people.DefaultIfEmpty()
            join shop in context.Set<Seller>() on entry.SellerId equals (SellerId?)shop.Id into shops
            from shop in shops.DefaultIfEmpty()
            select new
            {
                Entry = entry,
                person.DisplayName,
                person.Email,
                Shop = shop.Name,
            };
        if (filter.Text?.Trim() is { Length: > 0 } text)
            named = named.Where(n =>
                n.Entry.Subject!.Contains(text)
                || n.DisplayName.Contains(text)
                || n.Email!.Contains(text)
                || n.Entry.Address == text
            );
        var rows = await named.OrderByDescending(n => n.Entry.Id).Take(count).ToListAsync(cancellation);
        return
        [
            .. rows.Select(n => new AuditRow(
                n.Entry.Id,
                n.Entry.At,
                n.Shop,
                n.Entry.Action,
                n.Entry.ActorKind,
                n.DisplayName,
                n.Email,
                n.Entry.Address,
                n.Entry.Subject,
                AuditWriting.Read(n.Entry.DetailsJson)
            )),
        ];
    }
}

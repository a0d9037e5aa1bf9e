using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Accounts.Identity;
using SellerLoyaltyPortal.Features.Accounts.Operators;
using SellerLoyaltyPortal.Features.Audit;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts;

/// <summary>Creates a seller with its first owner, as an operator.</summary>
public sealed class CreateSeller(IServiceScopeFactory scopes, TimeProvider clock)
{
    public const int LongestName = 120;

    /// <returns>
    /// The owner's invitation. Whoever has an account and password already is an owner at once and needs no
    /// link.
    /// </returns>
    public async Task<Result<Invitation>> RunAsync(
        ClaimsPrincipal person,
        NewSeller seller,
        CancellationToken cancellation
    )
    {
        if (Validate(seller) is { Count: > 0 } errors)
            return Result<Invitation>.Failure(errors);
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var context = services.GetRequiredService<PortalDbContext>();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (!await OperatorRules.IsOperatorAsync(context, person, cancellation))
            return OperatorRules.OnlyAnOperatorMayDoThis;
        if (await context.Set<Seller>().AnyAsync(s => s.Slug == seller.Slug, cancellation))
            return new Error("SlugIsTaken", nameof(NewSeller.Slug));
        var owner = await services
            .GetRequiredService<UserManager<PortalUser>>()
            .FindByEmailAsync(seller.OwnerEmail.Trim());
        if (owner is null)
        {
            var added = await services
                .GetRequiredService<AccountStore>()
                .AddAsync(new NewAccount(seller.OwnerEmail));
            if (!added.TryGet(out owner))
                return Result<Invitation>.Failure(added.Errors);
        }
        var entity = new Seller
        {
            Name = seller.Name.Trim(),
            Slug = seller.Slug,
            CurrencyCode = seller.CurrencyCode,
            TimeZoneId = seller.TimeZoneId,
            CreatedAt = clock.GetUtcNow(),
        };
        context.Add(entity);
        await context.SaveChangesAsync(cancellation);
        context.Add(
            new SellerMembership
            {
                SellerId = entity.Id,
                UserId = owner.Id,
                Role = SellerRole.Owner,
            }
        );
        var actor = AuditActor.Person(SellerDirectory.UserIdOf(person)!.Value);
        context.Audit(entity.CreatedAt, actor, entity.Id, AuditAction.SellerCreated, entity.Name);
        context.Audit(
            entity.CreatedAt,
            actor,
            entity.Id,
            AuditAction.MemberInvited,
            owner.Email,
            new AuditDetail(AuditDetail.Role, nameof(SellerRole.Owner))
        );
        await context.SaveChangesAsync(cancellation);
        var isNew = owner.PasswordHash is null;
        var link = isNew ? await services.GetRequiredService<OneTimeLinks>().CreateAsync(owner) : null;
        await transaction.CommitAsync(cancellation);
        return new Invitation(owner.Email!, link, isNew);
    }

    /// <summary>What can be said without the database, for the form while it is filled in.</summary>
    public static IReadOnlyList<Error> Validate(NewSeller seller)
    {
        var errors = new List<Error>();
        if (string.IsNullOrWhiteSpace(seller.Name))
            errors.Add(new("SellerNameIsMissing", nameof(NewSeller.Name)));
        else if (seller.Name.Trim().Length > LongestName)
            errors.Add(new("SellerNameIsTooLong", nameof(NewSeller.Name), LongestName));
        if (!SellerSlug.IsValid(seller.Slug))
            errors.Add(new("SlugIsInvalid", nameof(NewSeller.Slug), SellerSlug.MaxLength));
        if (!Currency.All.ContainsKey(seller.CurrencyCode))
            errors.Add(new("CurrencyIsUnknown", nameof(NewSeller.CurrencyCode)));
        if (!IsIanaZone(seller.TimeZoneId))
            errors.Add(new("TimeZoneIsUnknown", nameof(NewSeller.TimeZoneId)));
        if (AccountStore.EmailError(seller.OwnerEmail) is { } wrong)
            errors.Add(wrong with { Path = nameof(NewSeller.OwnerEmail) });
        return errors;
    }

    private static bool IsIanaZone(string id) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId && zone.Id == id;
}

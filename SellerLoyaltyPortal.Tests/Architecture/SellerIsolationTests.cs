using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SellerLoyaltyPortal.Data;
using SellerLoyaltyPortal.Features.Purchases;
using SellerLoyaltyPortal.Shared;
using SellerLoyaltyPortal.Tests.Architecture.Planted;
using SellerLoyaltyPortal.Tests.Support;
using SellerLoyaltyPortal.Tests.Support.Builders;

namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>Every entity belongs to a seller or to the platform, and the context keeps the former apart.</summary>
public sealed class SellerIsolationTests : IDisposable
{
    private static readonly Type[] IdentityTypes =
    [
        typeof(IdentityRole<Guid>),
        typeof(IdentityRoleClaim<Guid>),
        typeof(IdentityUserClaim<Guid>),
        typeof(IdentityUserLogin<Guid>),
        typeof(IdentityUserRole<Guid>),
        typeof(IdentityUserToken<Guid>),
        typeof(IdentityUserPasskey<Guid>),
        typeof(IdentityPasskeyData),
    ];

    private readonly SqliteFile _file = new();

    public static TheoryData<Type> SellerOwnedTypes
    {
        get
        {
            using var file = new SqliteFile();
            using var context = file.ForPlatform();
            return new(
                context
                    .Model.GetEntityTypes()
                    .Select(entity => entity.ClrType)
                    .Where(type => typeof(ISellerOwned).IsAssignableFrom(type))
            );
        }
    }

    public void Dispose() => _file.Dispose();

    [Fact]
    public void Model_EveryEntity_HasAnOwnerAndItsRules()
    {
        using var context = _file.ForPlatform();

        Guard.NothingFound(
            EntityRules.Problems(context.Model, IdentityTypes),
            "entities that do not keep sellers apart (docs/adr/0005-seller-scoped-context.md):"
        );
        Guard.SameSet(
            IdentityTypes.Select(type => type.ToString()),
            context.Model.GetEntityTypes().Select(e => e.ClrType.ToString()).Where(IsIdentitys),
            "Identity's tables:"
        );
        Assert.True(SellerOwnedTypes.Count > 4);
    }

    [Fact]
    public void PlantedModel_EveryBrokenRule_IsReported()
    {
        using var context = new PlantedDbContext();

        var problems = EntityRules.Problems(context.Model, []).ToList();

        Assert.Contains(
            problems,
            p => p.StartsWith("NobodysRow is not exactly one", StringComparison.Ordinal)
        );
        Assert.Contains(
            problems,
            p => p.StartsWith("EverybodysRow is not exactly one", StringComparison.Ordinal)
        );
        Assert.Contains(
            problems,
            p => p.StartsWith("UnfilteredRow has no query filter", StringComparison.Ordinal)
        );
        Assert.Contains(
            problems,
            p => p.StartsWith("UnfilteredRow: unique index (Code)", StringComparison.Ordinal)
        );
        Assert.Contains(problems, p => p.StartsWith("UnfilteredRow: key (Name)", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(SellerOwnedTypes))]
    public async Task Save_RowOfAnotherSeller_IsRefused(Type type)
    {
        await using var context = _file.ForSeller(new SellerId(1));
        context.Add(RowOf(type, new SellerId(2), context.Model));

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => context.SaveChangesAsync());

        Assert.Contains("of seller 2 can't be written", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(SellerOwnedTypes))]
    public void Save_AnySellersRowWithoutASeller_IsRefused(Type type)
    {
        using var context = _file.ForPlatform();
        context.Add(RowOf(type, new SellerId(1), context.Model));

        Assert.Throws<InvalidOperationException>(() => context.SaveChanges());
    }

    [Theory]
    [InlineData(EntityState.Modified)]
    [InlineData(EntityState.Deleted)]
    public void Save_ChangedRowOfAnotherSeller_IsRefused(EntityState state)
    {
        using var context = _file.ForSeller(new SellerId(1));
        context.Entry(RowOf(typeof(LedgerHead), new SellerId(2), context.Model)).State = state;

        Assert.Throws<InvalidOperationException>(() => context.SaveChanges());
    }

    [Fact]
    public async Task Read_RowsOfTwoSellers_ShowsOnesOwnAndNoneWithoutASeller()
    {
        var (one, two) = (ASeller.Named("one"), ASeller.Named("two"));
        await _file.AddAsync(one, two);
        foreach (var seller in new[] { one, two })
        {
            await using var context = _file.ForSeller(seller.Id);
            // The same buyer id at both sellers: two people as far as the portal knows.
            context.Add(new Buyer { ExternalId = new BuyerId("12345") });
            await context.SaveChangesAsync();
        }

        await using var ofOne = _file.ForSeller(one.Id);
        await using var ofNobody = _file.ForPlatform();

        Assert.Equal(one.Id, (await ofOne.Set<Buyer>().SingleAsync()).SellerId);
        Assert.Empty(await ofNobody.Set<Buyer>().ToListAsync());
        Assert.Equal(2, await ofNobody.Set<Buyer>().IgnoreQueryFilters().CountAsync());
    }

    [Fact]
    public void ForSeller_None_IsRefused() =>
        Assert.Throws<ArgumentException>(() => _file.ForSeller(SellerId.None));

    private static bool IsIdentitys(string type) =>
        type.StartsWith("Microsoft.AspNetCore.Identity", StringComparison.Ordinal);

    /// <summary>A row with nothing filled in but its seller and what a key needs to be tracked.</summary>
    private static object RowOf(Type type, SellerId seller, IModel model)
    {
        var row = RuntimeHelpers.GetUninitializedObject(type);
        ((ISellerOwned)row).SellerId = seller;
        foreach (var property in model.FindEntityType(type)!.FindPrimaryKey()!.Properties)
            if (property.ClrType == typeof(string))
                property.PropertyInfo!.SetValue(row, "key");
        return row;
    }
}

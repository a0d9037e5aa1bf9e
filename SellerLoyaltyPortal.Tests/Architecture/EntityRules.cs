using Microsoft.EntityFrameworkCore.Metadata;
using SellerLoyaltyPortal.Data;

namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>What every entity of the model must be, so that sellers are kept apart.</summary>
public static class EntityRules
{
    public static IEnumerable<string> Problems(IModel model, IReadOnlyCollection<Type> frameworkTypes) =>
        model.GetEntityTypes().SelectMany(entity => Problems(entity, frameworkTypes));

    private static IEnumerable<string> Problems(IEntityType entity, IReadOnlyCollection<Type> frameworkTypes)
    {
        var type = entity.ClrType;
        var kinds = new[]
        {
            typeof(ISellerOwned).IsAssignableFrom(type),
            typeof(IPlatformOwned).IsAssignableFrom(type),
            frameworkTypes.Contains(type),
        };
        if (kinds.Count(isKind => isKind) != 1)
            yield return $"{entity.DisplayName()} is not exactly one of ISellerOwned, IPlatformOwned, a listed framework type";
        if (!kinds[0])
            yield break;
        if (entity.FindDeclaredQueryFilter(PortalDbContext.SellerFilter) is null)
            yield return $"{entity.DisplayName()} has no query filter \"{PortalDbContext.SellerFilter}\"";
        foreach (var index in entity.GetIndexes().Where(i => i.IsUnique && !StartsWithSeller(i.Properties)))
            yield return $"{entity.DisplayName()}: unique index {index.Properties.Format()} does not start with SellerId";
        foreach (var key in entity.GetKeys().Where(k => !StartsWithSeller(k.Properties)))
            // A key that the database counts up says nothing about a seller.
            if (key.Properties is not [{ ValueGenerated: ValueGenerated.OnAdd }])
                yield return $"{entity.DisplayName()}: key {key.Properties.Format()} does not start with SellerId";
    }

    private static bool StartsWithSeller(IReadOnlyList<IProperty> properties) =>
        properties[0].Name == nameof(ISellerOwned.SellerId);

    private static string Format(this IReadOnlyList<IProperty> properties) =>
        "(" + string.Join(", ", properties.Select(p => p.Name)) + ")";
}

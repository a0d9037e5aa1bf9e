namespace SellerLoyaltyPortal.Features.Programs;

/// <summary>A value that a step changed.</summary>
/// <param name="Name">Of the field: key <c>Field.{Name}</c> of its text.</param>
/// <param name="Before">Money, percent, day, number, enumeration or text; null for nothing.</param>
/// <param name="After">The same; null for nothing.</param>
public sealed record ChangedField(string Name, object? Before, object? After)
{
    /// <summary>What differs between two states, in the order of the later one.</summary>
    internal static IReadOnlyList<ChangedField> Between(
        IReadOnlyList<KeyValuePair<string, object>> before,
        IReadOnlyList<KeyValuePair<string, object>> after
    )
    {
        var old = before.ToDictionary(StringComparer.Ordinal);
        var now = after.ToDictionary(StringComparer.Ordinal);
        return
        [
            .. from name in after.Concat(before).Select(field => field.Key).Distinct(StringComparer.Ordinal)
            let was = old.GetValueOrDefault(name)
            let becomes = now.GetValueOrDefault(name)
            where !Equals(was, becomes)
            select new ChangedField(name, was, becomes),
        ];
    }
}

namespace SellerLoyaltyPortal.Tests.Architecture;

/// <summary>An outermost type by its name in metadata; arity marks are kept (<c>Result`1</c>).</summary>
public readonly record struct TypeName(string Namespace, string Name)
{
    public bool IsIn(string space) =>
        Namespace == space || Namespace.StartsWith(space + ".", StringComparison.Ordinal);

    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";
}

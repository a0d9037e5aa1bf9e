namespace SellerLoyaltyPortal.Shared;

/// <summary>
/// A seller's buyer: the pseudonymous string under which the marketplace or shop knows them. Compared
/// ordinally; never a name, phone or address.
/// </summary>
public readonly record struct BuyerId(string Value) : IComparable<BuyerId>
{
    public int CompareTo(BuyerId other) => string.CompareOrdinal(Value, other.Value);

    public static bool operator <(BuyerId left, BuyerId right) => left.CompareTo(right) < 0;

    public static bool operator >(BuyerId left, BuyerId right) => left.CompareTo(right) > 0;

    public static bool operator <=(BuyerId left, BuyerId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(BuyerId left, BuyerId right) => left.CompareTo(right) >= 0;

    public override string ToString() => Value;
}

using System.Globalization;

namespace SellerLoyaltyPortal.Shared;

/// <summary>A seller: the tenant to which every purchase, program and report belongs.</summary>
/// <param name="Value">Positive; 0 is <see cref="None"/>.</param>
public readonly record struct SellerId(int Value)
{
    /// <summary>No seller: a scope in which nothing of any seller can be seen or written.</summary>
    public static readonly SellerId None;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

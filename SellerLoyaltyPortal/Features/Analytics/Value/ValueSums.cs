namespace SellerLoyaltyPortal.Features.Analytics.Value;

/// <summary>What some purchases brought, net of returns and cancellations, in 1/10,000 of the currency unit.</summary>
/// <param name="Revenue">At the price that was asked for.</param>
/// <param name="Paid">What the buyers paid.</param>
/// <param name="PaidWithDiscount">Of that, for what was bought with the loyalty discount.</param>
/// <param name="Undiscounted">The same purchases before the loyalty discount: after the seller's own.</param>
public readonly record struct ValueSums(long Revenue, long Paid, long PaidWithDiscount, long Undiscounted)
{
    public static ValueSums operator +(ValueSums left, ValueSums right) =>
        new(
            checked(left.Revenue + right.Revenue),
            checked(left.Paid + right.Paid),
            checked(left.PaidWithDiscount + right.PaidWithDiscount),
            checked(left.Undiscounted + right.Undiscounted)
        );
}

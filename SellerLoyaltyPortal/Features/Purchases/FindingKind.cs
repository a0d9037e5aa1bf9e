namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>Something in a file that its owner should know of although it is no error.</summary>
public enum FindingKind
{
    /// <summary>The row names no buyer, so it can qualify nobody: left out.</summary>
    NoBuyer,

    /// <summary>The line of a cancelled invoice: stored with negative amounts on its own day.</summary>
    Cancellation,

    /// <summary>A price of zero: stored, counts nothing.</summary>
    ZeroPrice,

    /// <summary>A negative price (an adjustment of the books).</summary>
    NegativePrice,

    /// <summary>An invoice that is an adjustment of the books (its number begins with A).</summary>
    Adjustment,

    /// <summary>A negative quantity on an invoice that is not cancelled.</summary>
    NegativeQuantity,

    /// <summary>A cancelled invoice with a positive quantity.</summary>
    PositiveCancellation,

    /// <summary>The same goods at the same price once more on one invoice: a further line, stored.</summary>
    RepeatedLine,

    /// <summary>The purchase lies after the day of the import: stored.</summary>
    FutureDate,

    /// <summary>The order has a status that does not count (unpaid, cancelled, refunded): left out.</summary>
    OtherStatus,

    /// <summary>A part of the order's money was given back, the file does not say for what: stored in full.</summary>
    PartlyRefunded,

    /// <summary>A quantity of zero, as where everything came back: left out.</summary>
    NothingBought,
}

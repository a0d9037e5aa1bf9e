namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>Why a row of a file can't be stored.</summary>
public enum RowErrorReason
{
    /// <summary>The row has more or fewer fields than the header.</summary>
    WrongFieldCount,

    /// <summary>Text stands behind a closing quote.</summary>
    BrokenQuotes,

    ControlCharacter,
    Missing,
    TooLong,
    NotANumber,
    NotAWholeNumber,

    /// <summary>An amount is finer than 1/10,000 of the currency unit.</summary>
    TooManyDecimals,

    OutOfRange,
    Negative,
    Zero,
    NotADate,
    DateOutOfRange,
    NotYesOrNo,

    /// <summary>More pieces came back than were bought.</summary>
    MoreReturnedThanBought,

    ReturnDateWithoutQuantity,
    ReturnedBeforeBought,

    /// <summary>A cancelled invoice with a positive quantity.</summary>
    CancellationNotNegative,

    /// <summary>A negative quantity on an invoice that is not cancelled.</summary>
    NegativeWithoutCancellation,

    /// <summary>A buyer is named by an e-mail address or a phone number instead of a pseudonym.</summary>
    PersonalData,

    /// <summary>The line is in another currency than the seller's ledger.</summary>
    OtherCurrency,

    /// <summary>The line is stored at this version with another content, or stands twice in the file.</summary>
    Conflict,

    /// <summary>An event has a member that the description does not know.</summary>
    UnknownName,

    /// <summary>An event has a member twice.</summary>
    GivenTwice,

    /// <summary>An event has something else where a text must stand.</summary>
    NotText,
}

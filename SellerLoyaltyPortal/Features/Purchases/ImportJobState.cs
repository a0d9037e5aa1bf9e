namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>Where an uploaded file stands.</summary>
public enum ImportJobState
{
    /// <summary>It is received; its owner says what its columns mean.</summary>
    Mapping,

    /// <summary>It is read once without storing anything.</summary>
    Checking,

    /// <summary>It is read; the owner decides on the report.</summary>
    Checked,

    Storing,

    /// <summary>Stored, or refused while storing; the report says which.</summary>
    Done,

    /// <summary>It could not be read; the errors say why.</summary>
    Failed,

    Cancelled,
}

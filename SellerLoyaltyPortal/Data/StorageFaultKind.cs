namespace SellerLoyaltyPortal.Data;

/// <summary>What is wrong with the place where the portal stores; no mistake of the portal or of who uses it.</summary>
public enum StorageFaultKind
{
    /// <summary>Another writer held the database for longer than one waits: to be tried again.</summary>
    Busy,

    /// <summary>No room on the disk, or the account's share of it is used up.</summary>
    Full,

    /// <summary>The database or the folder may not be written, or not be opened at all.</summary>
    ReadOnly,

    /// <summary>The database's file is not what SQLite wrote.</summary>
    Damaged,

    /// <summary>The disk refuses what it is asked for.</summary>
    Failing,
}

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>Reads the rows of one layout. It never stops at a bad row: the log gets what is wrong with it.</summary>
internal abstract class PurchaseReader : IDisposable
{
    /// <summary>Number of the row in the file, as a spreadsheet program counts: the first is 1.</summary>
    public abstract long Row { get; }

    /// <summary>The line of the row; null where the row is left out or wrong.</summary>
    public NewPurchaseLine? Line { get; protected set; }

    /// <summary>Goes to the next row with data; false at the end.</summary>
    /// <exception cref="UnreadableFileException">The file can't be read further.</exception>
    public abstract bool Read();

    public virtual void Dispose() { }
}

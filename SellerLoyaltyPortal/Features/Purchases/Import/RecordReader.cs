namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// Records of fields, whatever they are written in. The rows of a spreadsheet program are its records: the
/// first row of the file is 1, and blank rows count.
/// </summary>
internal abstract class RecordReader : IDisposable
{
    /// <summary>Most characters of one record.</summary>
    public const int MaxRecordLength = 1 << 20;

    /// <summary>Most fields of one record.</summary>
    public const int MaxFields = 1000;

    /// <summary>Number of the record in the file, from 1.</summary>
    public long Row { get; protected set; }

    public abstract int FieldCount { get; }

    /// <summary>What stands between two fields; a workbook counts as separated by tabs.</summary>
    public abstract char Delimiter { get; }

    /// <summary>Whether text stands after a closing quote: the fields can't be trusted.</summary>
    public bool HasStrayQuote { get; protected set; }

    /// <summary>Whether a character is in the record that no text holds (NUL and the like).</summary>
    public bool HasControlCharacter { get; protected set; }

    public bool IsBlank => FieldCount == 0 || (FieldCount == 1 && this[0].IsWhiteSpace());

    /// <summary>The field without its quotes; valid until the next <see cref="Read"/>.</summary>
    public abstract ReadOnlySpan<char> this[int field] { get; }

    /// <summary>Goes to the next record; false at the end.</summary>
    /// <exception cref="UnreadableFileException">It can't be read further.</exception>
    public abstract bool Read();

    /// <summary>The fields of the record as texts, without blanks around them.</summary>
    public string[] Texts()
    {
        var texts = new string[FieldCount];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = this[i].Trim().ToString();
        return texts;
    }

    public virtual void Dispose() { }
}

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>
/// Where a reader says what it notices. It belongs to the reading thread; its notes go with the rows to
/// <see cref="ImportLog"/>, which belongs to the storing one.
/// </summary>
/// <param name="valuesKept">Errors whose value is kept; further ones are told without it.</param>
internal sealed class RowLog(long valuesKept)
{
    private const int ValueLength = 80;

    private List<RowNote> _notes = [];
    private long _lastErrorRow;
    private long _errors;

    /// <summary>Rows with at least one error.</summary>
    public long ErrorRows { get; private set; }

    public void Find(FindingKind kind, long row, bool leftOut) =>
        _notes.Add(new(row, Error: null, "", "", kind, leftOut));

    public void Error(long row, string column, ReadOnlySpan<char> value, RowErrorReason reason)
    {
        if (row > _lastErrorRow)
            ErrorRows++;
        _lastErrorRow = Math.Max(_lastErrorRow, row);
        var shown = _errors++ < valuesKept ? Shown(value) : "";
        _notes.Add(new(row, reason, column, shown, default, LeftOut: false));
    }

    /// <summary>What was noticed since the last call, in the order of the rows.</summary>
    public List<RowNote> TakeNotes()
    {
        var taken = _notes;
        _notes = [];
        return taken;
    }

    /// <summary>A value as it may be shown: cut, and without characters that would spoil a line.</summary>
    public static string Shown(ReadOnlySpan<char> value)
    {
        var cut = value.Length > ValueLength ? $"{value[..ValueLength]}…" : value.ToString();
        return string.Create(
            cut.Length,
            cut,
            static (chars, text) =>
            {
                for (var i = 0; i < chars.Length; i++)
                    chars[i] = char.IsControl(text[i]) ? '\uFFFD' : text[i];
            }
        );
    }
}

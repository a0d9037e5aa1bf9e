using System.Globalization;

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>Collects what was noticed in a file, row by row in its order.</summary>
internal sealed class ImportLog(int errorsShown, TextWriter? errorList = null)
{
    private readonly Dictionary<FindingKind, (RowRanges Rows, RowRanges LeftOut)> _findings = [];
    private readonly Dictionary<(string Column, RowErrorReason Reason), RowRanges> _groups = [];
    private readonly List<RowError> _errors = [];
    private readonly RowRanges _errorRows = new();
    private readonly RowRanges _leftOut = new();

    /// <summary>Rows with at least one error.</summary>
    public long ErrorRows => _errorRows.Count;

    /// <summary>Rows that are not stored on purpose.</summary>
    public long LeftOutRows => _leftOut.Count;

    public IReadOnlyList<RowError> Errors => _errors;

    public IReadOnlyList<RowErrorGroup> ErrorGroups =>
        [
            .. _groups.Select(g => new RowErrorGroup(
                g.Key.Column,
                g.Key.Reason,
                g.Value.Count,
                g.Value.ToString()
            )),
        ];

    public IReadOnlyList<ImportFinding> Findings =>
        [
            .. _findings
                .OrderBy(f => f.Key)
                .Select(f => new ImportFinding(
                    f.Key,
                    f.Value.Rows.Count,
                    f.Value.LeftOut.Count,
                    f.Value.Rows.ToString()
                )),
        ];

    public void Take(in RowNote note)
    {
        if (note.Error is { } reason)
            Error(note.Row, note.Column, note.Value, reason);
        else
            Find(note.Finding, note.Row, note.LeftOut);
    }

    public void Find(FindingKind kind, long row, bool leftOut)
    {
        if (!_findings.TryGetValue(kind, out var found))
            _findings[kind] = found = (new RowRanges(), new RowRanges());
        found.Rows.Add(row);
        if (!leftOut)
            return;
        found.LeftOut.Add(row);
        _leftOut.Add(row);
    }

    /// <param name="value">As <see cref="RowLog.Shown"/> makes it.</param>
    public void Error(long row, string column, string value, RowErrorReason reason)
    {
        _errorRows.Add(row);
        if (!_groups.TryGetValue((column, reason), out var rows))
            _groups[(column, reason)] = rows = new RowRanges();
        rows.Add(row);
        if (_errors.Count < errorsShown)
            _errors.Add(new RowError(row, column, value, reason));
        errorList?.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"{row},{Quoted(column)},{Quoted(value)},{reason}")
        );
    }

    // A spreadsheet program that opens the list must not take a value for a formula.
    private static string Quoted(string text)
    {
        var safe =
            text.Length > 0 && "=+-@\t".Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}

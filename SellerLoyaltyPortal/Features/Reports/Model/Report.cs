using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Features.Reports.Model;

/// <summary>
/// A report that has been made, in the language of whoever asked: what the page, Excel and JSON all show.
/// </summary>
public sealed record Report
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    public required SellerAccess Access { get; init; }

    /// <summary>Every input with the value that was used, in the form of the address.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Inputs { get; init; }

    /// <summary>What must be known before a number is trusted.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Of when, under which rule, from which ledger.</summary>
    public required IReadOnlyList<ReportFigure> Facts { get; init; }

    public IReadOnlyList<ReportFigures> Figures { get; init; } = [];

    public required IReadOnlyList<ReportTable> Tables { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Of all tables together.</summary>
    public long RowCount => Tables.Sum(t => (long)t.RowCount);

    /// <summary>Without extension, in ASCII, as every browser and mail program takes it.</summary>
    public string FileStem =>
        string.Concat(
            string.Join(
                    '-',
                    Inputs
                        .Where(i => i.Value.Length > 0)
                        .Select(i => i.Value)
                        .Prepend(Access.Slug)
                        .Prepend(Name)
                )
                .Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' ? c : '_')
        );
}

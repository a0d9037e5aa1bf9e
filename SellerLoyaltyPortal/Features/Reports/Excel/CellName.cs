using System.Globalization;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>Names of cells and of what stands in workbooks, as spreadsheets take them.</summary>
internal static class CellName
{
    private const int LongestSheetName = 31;

    /// <summary>0 is A, 25 Z, 26 AA.</summary>
    public static string Column(int index)
    {
        var name = "";
        for (var left = index + 1; left > 0; left = (left - 1) / 26)
            name = (char)('A' + (left - 1) % 26) + name;
        return name;
    }

    public static string Cell(int column, int row) =>
        string.Create(CultureInfo.InvariantCulture, $"{Column(column)}{row}");

    /// <summary>From A1 to there.</summary>
    public static string AreaTo(int column, int row) => "A1:" + Cell(column, row);

    /// <summary>A name that a sheet may have and no other sheet has.</summary>
    public static string Sheet(string wanted, string suffix, ISet<string> taken)
    {
        var plain = string.Concat(
                wanted.Select(c => "[]:*?/\\'".Contains(c, StringComparison.Ordinal) ? ' ' : c)
            )
            .Trim();
        var ending = suffix.Length == 0 ? "" : " " + suffix;
        for (var copy = 1; ; copy++)
        {
            var end = copy == 1 ? ending : string.Create(CultureInfo.InvariantCulture, $"{ending} ({copy})");
            var name =
                (
                    plain.Length + end.Length > LongestSheetName
                        ? plain[..(LongestSheetName - end.Length)]
                        : plain
                ) + end;
            if (taken.Add(name))
                return name;
        }
    }
}

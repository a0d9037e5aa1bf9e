using System.Globalization;
using SellerLoyaltyPortal.Features.Reports.Model;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>
/// What is put into a cell after ClosedXML has written it: a formula, which it would calculate anew, and the value of
/// a number, which it would shorten to fifteen digits.
/// </summary>
/// <param name="Formula">Null for none.</param>
/// <param name="Value">Null for what stands there.</param>
internal sealed record CellPatch(string? Formula, string? Value)
{
    /// <summary>Null where the cell is right as it is.</summary>
    public static CellPatch? Of(ReportFigure figure)
    {
        var value =
            figure.Value.Kind == ReportCellKind.Real
                ? figure.Value.Real.ToString("R", CultureInfo.InvariantCulture)
                : null;
        return figure.Formula is null && value is null ? null : new(figure.Formula, value);
    }
}

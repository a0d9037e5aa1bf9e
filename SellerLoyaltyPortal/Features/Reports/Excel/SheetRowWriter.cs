using System.Globalization;
using System.Security;
using System.Text;
using SellerLoyaltyPortal.Features.Reports.Model;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>Writes the rows of a sheet as XML, each as it comes, with the styles of the template's sample row.</summary>
internal sealed class SheetRowWriter
{
    /// <summary>The day that spreadsheets call 0.</summary>
    private static readonly DayNumber Epoch = DayNumber.Of(1899, 12, 30);

    /// <summary>Before it Excel has a day that there never was.</summary>
    private const int FirstSafeDay = 61;

    private readonly Utf8Buffer _to;
    private readonly byte[][] _starts;
    private readonly byte[][] _styles;
    private readonly CompositeFormat?[] _formulas;

    /// <param name="to">Where the XML goes.</param>
    /// <param name="columns">Left to right.</param>
    /// <param name="styles">Index of the style of each column.</param>
    public SheetRowWriter(Utf8Buffer to, IReadOnlyList<ReportColumn> columns, IReadOnlyList<string> styles)
    {
        _to = to;
        _starts = [.. columns.Select((_, i) => Encoding.UTF8.GetBytes($"<c r=\"{CellName.Column(i)}"))];
        _styles = [.. styles.Select(s => Encoding.UTF8.GetBytes($"\" s=\"{s}\""))];
        _formulas =
        [
            .. columns.Select(c =>
                c.Formula is { } formula ? CompositeFormat.Parse(SecurityElement.Escape(formula)) : null
            ),
        ];
    }

    /// <summary>Texts that were longer than a cell holds, so far.</summary>
    public long CutTexts { get; private set; }

    public void Write(ReadOnlySpan<ReportCell> row, int number)
    {
        _to.MakeRoom();
        _to.Add("<row r=\""u8);
        _to.Add(number);
        _to.Add("\">"u8);
        for (var column = 0; column < row.Length; column++)
        {
            ref readonly var cell = ref row[column];
            if (cell.Kind == ReportCellKind.Empty && _formulas[column] is null)
                continue;
            _to.MakeRoom();
            _to.Add(_starts[column]);
            _to.Add(number);
            _to.Add(_styles[column]);
            if (cell.Kind == ReportCellKind.Text)
                WriteText(cell.Text);
            else
                WriteValue(in cell, _formulas[column], number);
        }
        _to.Add("</row>"u8);
    }

    private void WriteText(string text)
    {
        var fitting = CellText.Fit(text, out var isCut);
        CutTexts += isCut ? 1 : 0;
        _to.Add(" t=\"inlineStr\"><is><t xml:space=\"preserve\">"u8);
        _to.AddText(fitting);
        _to.Add("</t></is></c>"u8);
    }

    private void WriteValue(in ReportCell cell, CompositeFormat? formula, int number)
    {
        if (cell.Kind == ReportCellKind.Day && cell.Day - Epoch < FirstSafeDay)
        {
            WriteText(cell.Day.ToString());
            return;
        }
        // A formula whose answer is "nothing" gives an empty text.
        _to.Add(cell.Kind == ReportCellKind.Empty ? " t=\"str\">"u8 : ">"u8);
        if (formula is not null)
        {
            _to.Add("<f>"u8);
            _to.Add(Encoding.UTF8.GetBytes(string.Format(CultureInfo.InvariantCulture, formula, number)));
            _to.Add("</f>"u8);
        }
        _to.Add("<v>"u8);
        switch (cell.Kind)
        {
            case ReportCellKind.Whole:
                _to.Add(cell.Whole);
                break;
            case ReportCellKind.Money:
                _to.AddMoney(cell.Whole);
                break;
            case ReportCellKind.Real:
                _to.Add(cell.Real);
                break;
            case ReportCellKind.Day:
                _to.Add((long)(cell.Day - Epoch));
                break;
            case ReportCellKind.Empty:
            case ReportCellKind.Text:
                break;
        }
        _to.Add("</v></c>"u8);
    }
}

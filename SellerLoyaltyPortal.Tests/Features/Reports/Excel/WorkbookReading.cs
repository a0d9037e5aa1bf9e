using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;

namespace SellerLoyaltyPortal.Tests.Features.Reports.Excel;

/// <summary>Reads a workbook as others do: by the schema's validator and by a reader that is not the writer.</summary>
internal static class WorkbookReading
{
    static WorkbookReading() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>What the schema of the format has against the file.</summary>
    public static IReadOnlyList<string> Problems(Stream workbook)
    {
        workbook.Position = 0;
        using var document = SpreadsheetDocument.Open(workbook, isEditable: false);
        return
        [
            .. new OpenXmlValidator()
                .Validate(document)
                .Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}"),
        ];
    }

    /// <summary>The cells of each sheet, by its name.</summary>
    public static Dictionary<string, List<object?[]>> Sheets(Stream workbook)
    {
        workbook.Position = 0;
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(
            workbook,
            new ExcelReaderConfiguration { LeaveOpen = true }
        );
        var sheets = new Dictionary<string, List<object?[]>>(StringComparer.Ordinal);
        do
        {
            var rows = new List<object?[]>();
            while (reader.Read())
            {
                var row = new object?[reader.FieldCount];
                for (var i = 0; i < row.Length; i++)
                    row[i] = reader.GetValue(i);
                rows.Add(row);
            }
            sheets.Add(reader.Name, rows);
        } while (reader.NextResult());
        return sheets;
    }
}

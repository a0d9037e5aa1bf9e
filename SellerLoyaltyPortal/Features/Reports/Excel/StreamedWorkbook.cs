using System.IO.Compression;
using System.Xml.Linq;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>
/// Copies a workbook from its template and puts the rows of the tables in: each is written as it is made. The
/// first sheet goes last, because it says what happened to the rows.
/// </summary>
internal sealed class StreamedWorkbook(WorkbookTemplate template, IProgress<long>? progress)
{
    private const string CalculationChain = "calcChain";

    /// <param name="output">Takes the finished workbook; left open.</param>
    /// <param name="cancellation">Asked now and then.</param>
    public void Write(Stream output, CancellationToken cancellation)
    {
        using var source = new ZipArchive(template.Content, ZipArchiveMode.Read, leaveOpen: true);
        var paths = new WorkbookPaths(source);
        var tables = template
            .Parts.SelectMany(p => paths.TablesOf(p.SheetName).Select(path => (path, p)))
            .ToDictionary(t => t.path, t => t.p, StringComparer.Ordinal);
        var sheets = template.Parts.Select(p => paths.OfSheet(p.SheetName)).ToHashSet(StringComparer.Ordinal);
        var patches = template.Patches.ToDictionary(
            f => paths.OfSheet(f.Key),
            f => f.Value,
            StringComparer.Ordinal
        );
        var definitions = paths.OfSheet(template.DefinitionsSheet);
        using var target = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in source.Entries)
        {
            var name = entry.FullName;
            // The order of calculation names cells that have moved; Excel makes it anew.
            if (
                sheets.Contains(name)
                || name == definitions
                || name.Contains(CalculationChain, StringComparison.Ordinal)
            )
                continue;
            using var from = entry.Open();
            using var to = target.CreateEntry(name, CompressionLevel.Fastest).Open();
            if (tables.TryGetValue(name, out var part))
                WithArea(XDocument.Load(from), part).Save(to);
            else if (patches.TryGetValue(name, out var cells))
                Patched(XDocument.Load(from), cells).Save(to);
            else if (name is "[Content_Types].xml" or "xl/_rels/workbook.xml.rels")
                WithoutCalculationChain(XDocument.Load(from)).Save(to);
            else
                from.CopyTo(to);
        }
        var cut = WriteTables(source, target, paths, cancellation);
        using var opened = source.GetEntry(definitions)!.Open();
        var first = Patched(XDocument.Load(opened), patches[definitions]);
        CellOf(first, template.CutTextsCell).SetElementValue(WorkbookPaths.Main + "v", cut);
        using var last = target.CreateEntry(definitions, CompressionLevel.Fastest).Open();
        first.Save(last);
    }

    private long WriteTables(
        ZipArchive source,
        ZipArchive target,
        WorkbookPaths paths,
        CancellationToken cancellation
    )
    {
        var (cut, written) = (0L, 0L);
        foreach (var parts in template.Parts.GroupBy(p => p.Table))
        {
            // One pass over the rows, whatever number of sheets they take.
            using var rows = parts.Key.Rows(cancellation).GetEnumerator();
            foreach (var part in parts)
            {
                var path = paths.OfSheet(part.SheetName);
                using var from = source.GetEntry(path)!.Open();
                using var to = target.CreateEntry(path, CompressionLevel.Fastest).Open();
                using var buffer = new Utf8Buffer(to);
                var sheet = new SheetXml(XDocument.Load(from), part);
                cut += sheet.Write(buffer, rows, count => progress?.Report(written + count), cancellation);
                written += part.RowCount;
            }
            if (rows.MoveNext())
                throw new InvalidOperationException(
                    $"The table {parts.Key.Name} has more rows than it said."
                );
        }
        progress?.Report(written);
        return cut;
    }

    private static XDocument WithArea(XDocument table, SheetPart part)
    {
        var last = part.Table.Columns.Count - 1;
        table.Root!.SetAttributeValue("ref", CellName.AreaTo(last, part.LastRow + 1));
        table
            .Root!.Element(WorkbookPaths.Main + "autoFilter")
            ?.SetAttributeValue("ref", CellName.AreaTo(last, part.LastRow));
        return table;
    }

    /// <summary>Each formula beside the value that the portal has for it.</summary>
    private static XDocument Patched(XDocument sheet, Dictionary<string, CellPatch> patches)
    {
        foreach (var (name, patch) in patches)
        {
            var cell = CellOf(sheet, name);
            var value = cell.Element(WorkbookPaths.Main + "v");
            if (value is null)
            {
                cell.SetAttributeValue("t", "str");
                cell.Add(value = new XElement(WorkbookPaths.Main + "v", ""));
            }
            if (patch.Value is not null)
                value.Value = patch.Value;
            if (patch.Formula is not null)
                value.AddBeforeSelf(new XElement(WorkbookPaths.Main + "f", patch.Formula));
        }
        return sheet;
    }

    private static XElement CellOf(XDocument sheet, string name) =>
        sheet.Descendants(WorkbookPaths.Main + "c").Single(c => (string?)c.Attribute("r") == name);

    private static XDocument WithoutCalculationChain(XDocument document)
    {
        document
            .Root!.Elements()
            .Where(e => e.Attributes().Any(a => a.Value.Contains(CalculationChain, StringComparison.Ordinal)))
            .Remove();
        return document;
    }
}

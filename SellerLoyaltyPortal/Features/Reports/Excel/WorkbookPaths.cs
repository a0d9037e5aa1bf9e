using System.IO.Compression;
using System.Xml.Linq;

namespace SellerLoyaltyPortal.Features.Reports.Excel;

/// <summary>Where in the package a sheet and its tables lie.</summary>
internal sealed class WorkbookPaths
{
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly XNamespace Links =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private readonly ZipArchive _source;
    private readonly Dictionary<string, string> _sheets;

    public WorkbookPaths(ZipArchive source)
    {
        _source = source;
        var targets = Targets("xl/_rels/workbook.xml.rels", "xl");
        _sheets = Load("xl/workbook.xml")
            .Descendants(Main + "sheet")
            .ToDictionary(
                s => (string)s.Attribute("name")!,
                s => targets[(string)s.Attribute(Links + "id")!],
                StringComparer.Ordinal
            );
    }

    public string OfSheet(string name) => _sheets[name];

    public IEnumerable<string> TablesOf(string sheet) =>
        Targets($"xl/worksheets/_rels/{Path.GetFileName(OfSheet(sheet))}.rels", "xl/worksheets")
            .Values.Where(path => path.Contains("/tables/", StringComparison.Ordinal));

    /// <summary>Relationship id to the path of what it points at.</summary>
    private Dictionary<string, string> Targets(string path, string folder) =>
        Load(path)
            .Root!.Elements()
            .ToDictionary(
                r => (string)r.Attribute("Id")!,
                r => Resolve(folder, (string)r.Attribute("Target")!),
                StringComparer.Ordinal
            );

    private static string Resolve(string folder, string target) =>
        new Uri(new Uri($"http://package/{folder}/"), target).AbsolutePath.TrimStart('/');

    private XDocument Load(string path)
    {
        using var stream = _source.GetEntry(path)!.Open();
        return XDocument.Load(stream);
    }
}

using System.Text;
using SellerLoyaltyPortal.Features.Purchases.Import;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Mapping;

/// <summary>Looks at the first rows of an uploaded file and says what they seem to be.</summary>
internal static class InspectFile
{
    private const int SampledRows = 200;
    private const int ShownSamples = 3;
    private const int MostSampleLength = 40;
    private const int TitleRows = 3;
    private const int MostStatuses = 12;

    /// <param name="chosen">What somebody chose instead of what is found: encoding, delimiter, header.</param>
    public static Result<FileInspection> Run(
        Stream content,
        long maxContentBytes,
        ImportMapping? chosen = null
    )
    {
        try
        {
            content.Position = 0;
            using var source = PurchaseSource.Open(
                content,
                maxContentBytes,
                chosen?.Encoding,
                chosen?.Delimiter
            );
            using var records = source.Records();
            return Inspect(records, source, chosen);
        }
        catch (UnreadableFileException unreadable)
        {
            return unreadable.Error;
        }
        catch (DecoderFallbackException)
        {
            return new Error("FileIsNotUtf8", null, 1L);
        }
    }

    private static Result<FileInspection> Inspect(
        RecordReader records,
        PurchaseSource source,
        ImportMapping? chosen
    )
    {
        var rows = new List<string[]>();
        var binary = false;
        try
        {
            while (rows.Count <= SampledRows && records.Read())
            {
                binary |= records.HasControlCharacter;
                if (!records.IsBlank)
                    rows.Add(records.Texts());
            }
        }
        catch (UnreadableFileException) when (rows.Count > 0)
        {
            // The check will meet it again and tell the row.
        }
        if (rows.Count == 0)
            return new Error("FileIsEmpty");
        if (binary && rows[0].Length <= 1)
            return new Error("FileIsNoText");
        var hasHeader = chosen?.HasHeader ?? true;
        string[] names = hasHeader ? rows[0] : [.. Enumerable.Range(1, rows[0].Length).Select(i => $"{i}")];
        var layout = LayoutOf(rows, names);
        var values = (hasHeader ? rows.Skip(1) : rows).Where(r => r.Length == names.Length).ToList();
        var personal = names
            .Select((name, i) => PersonalColumns.KindOf(name, values.Select(r => r[i])))
            .ToList();
        var preset = KnownExports.PresetOf(names);
        var fields = preset is null
            ? ColumnGuess.FieldsOf(names, personal)
            : KnownExports.FieldsOf(preset, names);
        var (dates, ambiguous) = ValueGuess.Dates(ValuesOf(ColumnField.BoughtAt));
        List<string> amounts =
        [
            .. ValuesOf(ColumnField.SellerPrice),
            .. ValuesOf(ColumnField.PricePaid),
            .. ValuesOf(ColumnField.ListPrice),
        ];
        return new FileInspection
        {
            Dialect = source.Dialect,
            IsWorkbook = source.IsWorkbook,
            Layout = layout,
            Signature = HeaderSignature.Of(names),
            DatesAreAmbiguous = ambiguous,
            Statuses =
            [
                .. ValuesOf(ColumnField.Status)
                    .Where(s => s.Length is > 0 and <= MostSampleLength)
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .Take(MostStatuses),
            ],
            Columns = [.. names.Select((name, i) => new InspectedColumn(name, Samples(i), personal[i]))],
            Mapping = new ImportMapping
            {
                Preset = preset,
                Columns = [.. names.Select((name, i) => new MappedColumn(name, fields[i]))],
                HasHeader = hasHeader,
                Encoding = chosen?.Encoding,
                Delimiter = chosen?.Delimiter,
                DecimalSign = ValueGuess.DecimalSign(amounts),
                Dates = dates,
                Prices =
                    preset is not null ? KnownExports.PricesOf(preset)
                    : fields.Contains(ColumnField.PricePaid)
                    && !fields.Contains(ColumnField.SellerPrice)
                    && !fields.Contains(ColumnField.ListPrice)
                        ? PriceMeaning.WholeLine
                    : PriceMeaning.OnePiece,
                CountedStatuses = preset is null ? [] : KnownExports.CountedStatuses(preset),
            },
        };

        List<string> ValuesOf(ColumnField field) =>
            Array.IndexOf(fields, field) is var at and >= 0 ? [.. values.Select(r => r[at])] : [];

        IReadOnlyList<string> Samples(int column) =>
            personal[column] != PersonalKind.None
                ? []
                :
                [
                    .. values
                        .Select(r => r[column])
                        .Where(v => v.Length > 0)
                        .Select(v => v.Length <= MostSampleLength ? v : v[..MostSampleLength] + "…")
                        .Distinct(StringComparer.Ordinal)
                        .Take(ShownSamples),
                ];
    }

    // Marketplaces put a title above the names of the columns.
    private static PurchaseLayout LayoutOf(List<string[]> rows, string[] names)
    {
        if (rows[0].Length == 1)
        {
            if (CdnowReader.IsHeader(rows[0][0]))
                return PurchaseLayout.Cdnow;
            if (CdnowReader.IsSampleRow(rows[0][0]))
                return PurchaseLayout.CdnowSample;
        }
        foreach (var row in rows.Take(TitleRows))
            if (KnownExports.LayoutOf(row) is PurchaseLayout.Ozon or PurchaseLayout.Wildberries)
                return KnownExports.LayoutOf(row)!.Value;
        return KnownExports.LayoutOf(names) ?? PurchaseLayout.Mapped;
    }
}

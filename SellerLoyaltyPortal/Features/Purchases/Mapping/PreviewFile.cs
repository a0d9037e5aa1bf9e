using SellerLoyaltyPortal.Features.Purchases.Import;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Purchases.Mapping;

/// <summary>Reads the first rows of a file exactly as the import will.</summary>
internal static class PreviewFile
{
    public const int Rows = 50;

    public static Result<FilePreview> Run(
        Stream content,
        long maxContentBytes,
        PurchaseLayout layout,
        ImportMapping? mapping,
        RowMeaning meaning
    )
    {
        try
        {
            content.Position = 0;
            using var source = PurchaseSource.Open(
                content,
                maxContentBytes,
                mapping?.Encoding,
                mapping?.Delimiter
            );
            var log = new RowLog(long.MaxValue);
            using var reader = PurchaseReaders.Open(layout, mapping, source, log, meaning);
            var rows = new List<PreviewRow>();
            while (rows.Count < Rows && reader.Read())
            {
                var notes = log.TakeNotes();
                rows.Add(
                    new(
                        reader.Row,
                        reader.Line,
                        [
                            .. notes
                                .Where(n => n.Error is not null)
                                .Select(n => new RowError(n.Row, n.Column, n.Value, n.Error!.Value)),
                        ],
                        notes.Where(n => n.LeftOut).Select(n => (FindingKind?)n.Finding).FirstOrDefault()
                    )
                );
            }
            return new FilePreview(rows);
        }
        catch (UnreadableFileException unreadable)
        {
            return unreadable.Error;
        }
    }
}

using SellerLoyaltyPortal.Features.Purchases.Import;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>Guesses the layout of a file from its first row.</summary>
public static class LayoutDetection
{
    private const int MostCharacters = 1 << 16;

    /// <returns>Null where the first row is that of no layout, or the file is unreadable.</returns>
    public static PurchaseLayout? Detect(Stream content)
    {
        try
        {
            using var text = PurchaseFileText.Open(content, maxContentBytes: long.MaxValue);
            var start = new char[MostCharacters];
            var length = text.Text.ReadBlock(start, 0, start.Length);
            var line = start.AsSpan(0, length);
            var end = line.IndexOfAny('\r', '\n');
            return PurchaseReaders.Detect((end < 0 ? line : line[..end]).ToString(), text.Dialect.Delimiter);
        }
        catch (UnreadableFileException)
        {
            return null;
        }
        catch (System.Text.DecoderFallbackException)
        {
            return null;
        }
    }
}

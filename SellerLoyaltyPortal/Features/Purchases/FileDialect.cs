using SellerLoyaltyPortal.Features.Purchases.Import;

namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>How the text of a file is written, found out from its beginning.</summary>
/// <param name="Encoding">Name of the encoding: <c>utf-8</c>, <c>utf-16</c>, <c>windows-1251</c> …; <c>xlsx</c> for a workbook.</param>
/// <param name="Delimiter">What stands between two fields: comma, semicolon, tab or bar.</param>
public sealed record FileDialect(string Encoding, char Delimiter)
{
    /// <summary>The encoding of a file that is no text.</summary>
    public const string Workbook = "xlsx";

    public bool IsWorkbook => Encoding == Workbook;

    /// <summary>The encodings that a person may choose.</summary>
    public static IReadOnlyList<string> Encodings => DialectDetection.EncodingNames;
}

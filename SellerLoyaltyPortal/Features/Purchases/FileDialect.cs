namespace SellerLoyaltyPortal.Features.Purchases;

/// <summary>How the text of a file is written, found out from its beginning.</summary>
/// <param name="Encoding">Name of the encoding: <c>utf-8</c>, <c>utf-16</c>, <c>utf-16BE</c>, <c>windows-1251</c>.</param>
/// <param name="Delimiter">What stands between two fields: comma, semicolon, tab or bar.</param>
public sealed record FileDialect(string Encoding, char Delimiter);

using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SellerLoyaltyPortal.Features.Purchases.Mapping;

/// <summary>By what a file of the same kind is known again: the names of its columns, in their order.</summary>
public static class HeaderSignature
{
    public static string Of(IReadOnlyList<string> names) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join('\u001F', names.Select(n => n.Trim().ToLower(CultureInfo.InvariantCulture)))
                )
            )
        );
}

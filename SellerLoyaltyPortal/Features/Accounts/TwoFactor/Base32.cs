namespace SellerLoyaltyPortal.Features.Accounts.TwoFactor;

/// <summary>Reads Base32 (RFC 4648, no padding), in which authenticator keys are written.</summary>
internal static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BitsPerLetter = 5;

    /// <exception cref="FormatException">A letter is not of the alphabet.</exception>
    public static byte[] Read(string text)
    {
        var bytes = new List<byte>(text.Length * BitsPerLetter / 8);
        var (buffer, bits) = (0, 0);
        foreach (var letter in text)
        {
            var value = Alphabet.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0)
                throw new FormatException("This is not Base32.");
            buffer = (buffer << BitsPerLetter) | value;
            bits += BitsPerLetter;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(buffer >> bits));
            buffer &= (1 << bits) - 1;
        }
        return [.. bytes];
    }
}

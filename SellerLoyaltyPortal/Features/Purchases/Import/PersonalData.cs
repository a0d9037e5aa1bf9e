namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>Tells e-mail addresses and phone numbers from pseudonyms: a ledger must not hold the former.</summary>
internal static class PersonalData
{
    private const int LeastPhoneDigits = 10;
    private const int MostPhoneDigits = 15;

    /// <summary>
    /// Something like <c>a@b.c</c>; a number with the signs of a phone (+7 900 …, 8 (900) 123-45-67). A bare
    /// row of digits is a customer's number as well as a phone, so it is no sign.
    /// </summary>
    public static bool IsLikely(ReadOnlySpan<char> id)
    {
        var at = id.IndexOf('@');
        if (at > 0 && id[(at + 1)..].Contains('.'))
            return true;
        var (digits, signs) = (0, 0);
        foreach (var c in id)
        {
            if (char.IsAsciiDigit(c))
                digits++;
            else if (c is '+' or '(' or ')' or ' ')
                signs++;
            else if (c != '-')
                return false;
        }
        return digits is >= LeastPhoneDigits and <= MostPhoneDigits && signs > 0;
    }
}

namespace SellerLoyaltyPortal.Features.Purchases.Import;

/// <summary>Makes strings of fields, the same one again for a text that was met lately.</summary>
internal sealed class RowText
{
    /// <summary>Most characters of an id or a name.</summary>
    public const int MaxLength = 200;

    private readonly string[] _recent = new string[4096];

    public string Of(ReadOnlySpan<char> text)
    {
        ref var recent = ref _recent[
            (uint)string.GetHashCode(text, StringComparison.Ordinal) % (uint)_recent.Length
        ];
        if (recent is null || !text.SequenceEqual(recent))
            recent = text.ToString();
        return recent;
    }
}

namespace SellerLoyaltyPortal.Features.Audit;

/// <summary>One thing that an entry says beside its action, before and after where something was changed.</summary>
/// <param name="Name">A word of the portal's code; the texts have it as <c>Detail.…</c>.</param>
/// <param name="Before">Null where there was nothing, or the detail is no change.</param>
public sealed record AuditDetail(string Name, string? After, string? Before = null)
{
    public const string Role = nameof(Role);
    public const string Method = nameof(Method);
    public const string Scopes = nameof(Scopes);
    public const string Step = nameof(Step);
    public const string Kind = nameof(Kind);
    public const string Lines = nameof(Lines);
    public const string Rows = nameof(Rows);
    public const string Language = nameof(Language);
    public const string DisplayName = nameof(DisplayName);
    public const string TwoFactor = nameof(TwoFactor);
    public const string Passkey = nameof(Passkey);
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using SellerLoyaltyPortal.Shared;

namespace SellerLoyaltyPortal.Features.Accounts.Identity;

/// <summary>
/// Refuses what everybody tries first (NIST SP 800-63B, 3.1.1.2): the ten thousand most common passwords of
/// twelve letters and more, also typed on a Russian keyboard. What is common here only: <see cref="ContextWords"/>.
/// The list is <c>CommonPasswords.bin</c>, see docs/security.md.
/// </summary>
internal sealed class CommonPasswords : IPasswordValidator<PortalUser>
{
    public const string ErrorCode = "PasswordIsCommon";

    private static readonly IdentityResult Refused = IdentityResult.Failed(
        new IdentityError { Code = ErrorCode }
    );

    private static readonly Lazy<HashSet<ulong>> List = new(Load);

    public Task<IdentityResult> ValidateAsync(
        UserManager<PortalUser> manager,
        PortalUser user,
        string? password
    ) => Task.FromResult(password is not null && IsCommon(password) ? Refused : IdentityResult.Success);

    public static bool IsCommon(string password)
    {
        var lower = password.ToLowerInvariant();
        return List.Value.Contains(Digest(lower))
            || List.Value.Contains(Digest(KeyboardLayouts.AsLatin(lower)));
    }

    /// <summary>The first eight bytes: among ten thousand a password that is not on the list never meets them.</summary>
    private static ulong Digest(string text) =>
        BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static HashSet<ulong> Load()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(
            typeof(CommonPasswords).FullName + ".bin"
        )!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var list = new HashSet<ulong>(bytes.Length / sizeof(ulong));
        for (var at = 0; at < bytes.Length; at += sizeof(ulong))
            list.Add(BinaryPrimitives.ReadUInt64BigEndian(bytes.AsSpan(at)));
        return list;
    }
}

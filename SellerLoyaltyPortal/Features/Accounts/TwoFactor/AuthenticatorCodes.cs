using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace SellerLoyaltyPortal.Features.Accounts.TwoFactor;

/// <summary>
/// Codes of an authenticator app (TOTP, RFC 6238: SHA-1, 30 seconds, six digits, as every app has it). In
/// place of Identity's own provider, which asks the wall clock and takes a code again for two minutes: here a
/// code opens once, and one half minute before and after is allowed for clocks that differ.
/// </summary>
internal sealed class AuthenticatorCodes(TimeProvider clock) : IUserTwoFactorTokenProvider<PortalUser>
{
    public const int Digits = 6;
    public const int StepSeconds = 30;

    private const int Tolerance = 1;

    /// <summary>An hour, in steps.</summary>
    private const int BelievedAhead = 120;
    private const int Modulus = 1_000_000;

    public async Task<bool> CanGenerateTwoFactorTokenAsync(
        UserManager<PortalUser> manager,
        PortalUser user
    ) => !string.IsNullOrEmpty(await manager.GetAuthenticatorKeyAsync(user));

    /// <summary>The app makes the codes, nobody else.</summary>
    public Task<string> GenerateAsync(string purpose, UserManager<PortalUser> manager, PortalUser user) =>
        Task.FromResult("");

    public async Task<bool> ValidateAsync(
        string purpose,
        string token,
        UserManager<PortalUser> manager,
        PortalUser user
    )
    {
        if (await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } text)
            return false;
        var key = Base32.Read(text);
        var now = clock.GetUtcNow().ToUnixTimeSeconds() / StepSeconds;
        // Written while the machine's clock was far ahead; otherwise no code would open until it gets there.
        var last = user.LastCodeStep > now + BelievedAhead ? 0 : user.LastCodeStep;
        for (var step = now - Tolerance; step <= now + Tolerance; step++)
        {
            if (step <= last || !IsCode(token, key, step))
                continue;
            user.LastCodeStep = step;
            // Sent twice in the same moment, the row's concurrency stamp lets one through.
            return (await manager.UpdateAsync(user)).Succeeded;
        }
        return false;
    }

    /// <param name="step">Half minutes since 1970-01-01 00:00 UTC.</param>
    public static string Code(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The standard and every app say SHA-1; as a keyed hash it is not broken.
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var value = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & int.MaxValue;
        return (value % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static bool IsCode(string token, byte[] key, long step) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(token),
            Encoding.UTF8.GetBytes(Code(key, step))
        );
}

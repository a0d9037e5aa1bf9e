using System.Buffers.Binary;
using System.Buffers.Text;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SellerLoyaltyPortal.Features.Accounts;

namespace SellerLoyaltyPortal.Tests.Support;

/// <summary>
/// A person's passkey without a device (W3C Web Authentication, level 3, section 6): it answers the portal's
/// challenges with a P-256 key of its own, and tells that its owner was verified.
/// </summary>
internal sealed class SoftwarePasskey : IDisposable
{
    // Flags of the authenticator's data: somebody is there, and they were verified.
    private const byte PresentAndVerified = 0b101;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(16);
    private readonly byte[] _owner;

    private SoftwarePasskey(PortalUser owner) => _owner = Encoding.UTF8.GetBytes(owner.Id.ToString());

    /// <summary>How often it was used, as it tells with each answer; a copy of it would tell less.</summary>
    public uint Uses { get; set; }

    /// <summary>A passkey that the portal knows as its owner's.</summary>
    public static async Task<SoftwarePasskey> AddAsync(PortalWebFactory portal, PortalUser owner)
    {
        var passkey = new SoftwarePasskey(owner);
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<PortalUser>>();
        var known = new UserPasskeyInfo(
            passkey._id,
            passkey.PublicKey(),
            portal.Clock.GetUtcNow(),
            signCount: 0,
            transports: [],
            isUserVerified: true,
            isBackupEligible: false,
            isBackedUp: false,
            attestationObject: [],
            clientDataJson: []
        )
        {
            Name = "laptop",
        };
        var added = await users.AddOrUpdatePasskeyAsync(
            (await users.FindByIdAsync(owner.Id.ToString()))!,
            known
        );
        Assert.True(added.Succeeded);
        return passkey;
    }

    /// <summary>Signs in on the portal's page as the browser's script does.</summary>
    public async Task<HttpResponseMessage> SignInAsync(HttpClient client)
    {
        var page = new Uri(AccountAddresses.SignIn, UriKind.Relative);
        var document = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(page));
        var fields = document
            .QuerySelectorAll("form[data-passkey] input[type=hidden][name]")
            .OfType<IHtmlInputElement>()
            .ToDictionary(i => i.Name!, i => i.Value, StringComparer.Ordinal);
        using var asking = new FormUrlEncodedContent(fields);
        using var challenge = await client.PostAsync(
            new Uri(AccountAddresses.PasskeyChallenge, UriKind.Relative),
            asking
        );
        var options = await challenge.Content.ReadFromJsonAsync<JsonElement>();
        var origin = client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        fields["Passkey.Credential"] = Answer(options.GetProperty("challenge").GetString()!, origin);
        using var form = new HttpRequestMessage(HttpMethod.Post, page)
        {
            Content = new FormUrlEncodedContent(fields),
        };
        form.Headers.Add("Origin", origin);
        return await client.SendAsync(form);
    }

    public void Dispose() => _key.Dispose();

    private string Answer(string challenge, string origin)
    {
        var client = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type = "webauthn.get",
                challenge,
                origin,
                crossOrigin = false,
            }
        );
        var data = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(new Uri(origin).Host), data);
        data[32] = PresentAndVerified;
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(33), ++Uses);
        var signature = _key.SignData(
            [.. data, .. SHA256.HashData(client)],
            HashAlgorithmName.SHA256,
            DSASignatureFormat.Rfc3279DerSequence
        );
        var id = Base64Url.EncodeToString(_id);
        return JsonSerializer.Serialize(
            new
            {
                id,
                rawId = id,
                type = "public-key",
                clientExtensionResults = new { },
                response = new
                {
                    clientDataJSON = Base64Url.EncodeToString(client),
                    authenticatorData = Base64Url.EncodeToString(data),
                    signature = Base64Url.EncodeToString(signature),
                    userHandle = Base64Url.EncodeToString(_owner),
                },
            }
        );
    }

    // COSE (RFC 9053, section 7.1): {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y} as CBOR.
    private byte[] PublicKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        return
        [
            0xA5,
            0x01,
            0x02,
            0x03,
            0x26,
            0x20,
            0x01,
            0x21,
            0x58,
            0x20,
            .. point.X!,
            0x22,
            0x58,
            0x20,
            .. point.Y!,
        ];
    }
}

using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Mail;

namespace SellerLoyaltyPortal.Features.Accounts.Mail;

/// <summary>
/// Configuration section <c>SmtpOptions</c>: the server that takes the portal's mail. Without <see cref="Host"/>
/// the portal sends none, and links are shown to whoever made them.
/// </summary>
public sealed class SmtpOptions : IValidatableObject
{
    public string? Host { get; set; }

    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    /// <summary>STARTTLS. Off only for a server on this machine, or one that is asked without a password.</summary>
    public bool StartTls { get; set; } = true;

    public string? UserName { get; set; }

    public string? Password { get; set; }

    /// <summary>Who the mail is from: <c>loyalty@example.org</c>, or with a name, <c>Loyalty &lt;loyalty@example.org&gt;</c>.</summary>
    public string? From { get; set; }

    /// <summary>
    /// Where the portal is reached, for the links: <c>https://loyalty.example.org</c>. Not taken from a request,
    /// which could name any host.
    /// </summary>
    public Uri? PortalAddress { get; set; }

    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 20;

    public bool IsSet => !string.IsNullOrWhiteSpace(Host);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!IsSet)
        {
            if (From is not null || UserName is not null)
                yield return new("SmtpOptions:Host is missing: name the mail server.", [nameof(Host)]);
            yield break;
        }
        if (!MailAddress.TryCreate(From, out _))
            yield return new(
                "SmtpOptions:From is missing or no address: give loyalty@example.org.",
                [nameof(From)]
            );
        if (PortalAddress is not { IsAbsoluteUri: true } || !IsWeb(PortalAddress))
            yield return new(
                "SmtpOptions:PortalAddress is missing: give the portal's own address for the links, https://loyalty.example.org.",
                [nameof(PortalAddress)]
            );
        if (UserName is null != Password is null)
            yield return new(
                "SmtpOptions:UserName and SmtpOptions:Password go together.",
                [nameof(UserName)]
            );
        if (!StartTls && Password is not null && !IsThisMachine(Host!))
            yield return new(
                "SmtpOptions:StartTls is off: the password would be sent unencrypted to another machine.",
                [nameof(StartTls)]
            );
    }

    private static bool IsWeb(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    private static bool IsThisMachine(string host) =>
        host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}

using System.ComponentModel.DataAnnotations;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using SellerLoyaltyPortal.Features.Accounts;
using SellerLoyaltyPortal.Features.Accounts.Mail;
using SellerLoyaltyPortal.Tests.Support;

namespace SellerLoyaltyPortal.Tests.Features.Accounts.Mail;

public sealed partial class LinkMailTests
{
    private const string Link = "/account/link?user=1&token=a_b-c";

    [Theory]
    [InlineData("en", true, "You are invited", "Invitation to the loyalty portal")]
    [InlineData("ru", true, "Вас приглашают", "Приглашение в портал лояльности")]
    [InlineData("en", false, "new password", "A new password for the loyalty portal")]
    [InlineData("ru", false, "новый пароль", "Новый пароль для портала лояльности")]
    public async Task Send_ServerTakesIt_CarriesTheWholeLinkInTheLanguageOfTheSender(
        string language,
        bool isInvitation,
        string words,
        string subject
    )
    {
        await using var server = new TinySmtp();
        using var culture = CultureScope.Of(language);

        var delivery = await Mail(server.Port)
            .SendAsync("new@example.test", Link, isInvitation, CancellationToken.None);

        Assert.True(delivery!.IsSent);
        var (head, body) = Read(server.Mail!);
        Assert.Contains(
            "https://loyalty.example/account/link?user=1&token=a_b-c",
            body,
            StringComparison.Ordinal
        );
        Assert.Contains(words, body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(subject, Subject(head));
        Assert.Contains("To: new@example.test", head, StringComparison.Ordinal);
        Assert.Contains(
            server.Commands,
            c => c.StartsWith("MAIL FROM:<portal@example.test>", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Send_ServerRefusesTheMailbox_SaysWhy()
    {
        await using var server = new TinySmtp(refuses: true);

        var delivery = await Mail(server.Port)
            .SendAsync("gone@example.test", Link, isInvitation: true, CancellationToken.None);

        Assert.False(delivery!.IsSent);
        Assert.Contains("no such mailbox here", delivery.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_NobodyListens_SaysWhyAndThrowsNothing()
    {
        var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();

        var delivery = await Mail(port)
            .SendAsync("new@example.test", Link, isInvitation: true, CancellationToken.None);

        Assert.False(string.IsNullOrWhiteSpace(delivery!.Failure));
    }

    [Fact]
    public async Task Send_ServersCertificateIsNobodysWord_SaysSoAndSendsNothing()
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest(
            "CN=localhost",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        await using var server = new TinySmtp(certificate: certificate);

        var delivery = await Mail(server.Port, startTls: true)
            .SendAsync("new@example.test", Link, isInvitation: true, CancellationToken.None);

        Assert.Contains("certificate", delivery!.Failure, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("STARTTLS", server.Commands);
        Assert.DoesNotContain(server.Commands, c => c.StartsWith("MAIL", StringComparison.Ordinal));
        Assert.Null(server.Mail);
    }

    [Fact]
    public async Task Send_ServerOffersNoEncryption_SaysSoAndSendsNothing()
    {
        await using var server = new TinySmtp();

        var delivery = await Mail(server.Port, startTls: true)
            .SendAsync("new@example.test", Link, isInvitation: true, CancellationToken.None);

        Assert.False(delivery!.IsSent);
        Assert.DoesNotContain(server.Commands, c => c.StartsWith("MAIL", StringComparison.Ordinal));
        Assert.Null(server.Mail);
    }

    [Fact]
    public async Task Send_NoServerSet_IsNothing() =>
        Assert.Null(
            await Mail(options: new())
                .SendAsync("new@example.test", Link, isInvitation: true, CancellationToken.None)
        );

    [Theory]
    [InlineData(null, null, null, null, true, "")]
    [InlineData("mail.test", "a@b.test", "https://portal.test", null, true, "")]
    [InlineData(null, "a@b.test", null, null, true, "Host")]
    [InlineData("mail.test", null, "https://portal.test", null, true, "From")]
    [InlineData("mail.test", "a@b.test", "http://portal.test", null, true, "PortalAddress")]
    [InlineData("mail.test", "a@b.test", null, null, true, "PortalAddress")]
    [InlineData("mail.test", "a@b.test", "https://portal.test", "user", true, "Password")]
    [InlineData("mail.test", "a@b.test", "https://portal.test", "user:pass", false, "StartTls")]
    [InlineData("127.0.0.1", "a@b.test", "https://portal.test", "user:pass", false, "")]
    public void Options_Checked_SayWhatIsMissing(
        string? host,
        string? from,
        string? address,
        string? user,
        bool startTls,
        string wrong
    )
    {
        var options = new SmtpOptions
        {
            Host = host,
            From = from,
            PortalAddress = address is null ? null : new Uri(address),
            UserName = user?.Split(':')[0],
            Password = user?.Split(':') is [_, var password] ? password : null,
            StartTls = startTls,
        };
        var results = new List<ValidationResult>();

        Validator.TryValidateObject(options, new(options), results, validateAllProperties: true);

        if (wrong.Length == 0)
            Assert.Empty(results);
        else
            Assert.Contains(
                $"SmtpOptions:{wrong}",
                Assert.Single(results).ErrorMessage,
                StringComparison.Ordinal
            );
    }

    private static LinkMail Mail(int port = 0, SmtpOptions? options = null, bool startTls = false) =>
        new(
            Options.Create(
                options
                    ?? new SmtpOptions
                    {
                        Host = "127.0.0.1",
                        Port = port,
                        StartTls = startTls,
                        From = "Loyalty <portal@example.test>",
                        PortalAddress = new("https://loyalty.example"),
                    }
            ),
            new ServiceCollection()
                .AddLogging()
                .AddLocalization()
                .BuildServiceProvider()
                .GetRequiredService<IStringLocalizer<AccountsText>>(),
            NullLogger<LinkMail>.Instance
        );

    private static (string Head, string Body) Read(string mail)
    {
        var parts = mail.ReplaceLineEndings("\n").Split("\n\n", 2);
        var isBase64 = parts[0].Contains("base64", StringComparison.OrdinalIgnoreCase);
        var body = isBase64
            ? Encoding.UTF8.GetString(
                Convert.FromBase64String(parts[1].Replace("\n", "", StringComparison.Ordinal))
            )
            : Printable()
                .Replace(
                    parts[1].Replace("=\n", "", StringComparison.Ordinal),
                    m => ((char)Convert.ToInt32(m.Groups["hex"].Value, 16)).ToString()
                );
        return (parts[0], body);
    }

    private static string Subject(string head)
    {
        var line = Folded().Match(head).Groups["subject"].Value.Replace("\n", "", StringComparison.Ordinal);
        return Encoded().IsMatch(line)
            ? string.Concat(
                Encoded()
                    .Matches(line)
                    .Select(m => Encoding.UTF8.GetString(Convert.FromBase64String(m.Groups["text"].Value)))
            )
            : line;
    }

    [GeneratedRegex("=(?<hex>[0-9A-F]{2})")]
    private static partial Regex Printable();

    [GeneratedRegex(
        @"^Subject: (?<subject>.*(\n[ \t].*)*)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Folded();

    [GeneratedRegex(@"=\?utf-8\?B\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex Encoded();
}

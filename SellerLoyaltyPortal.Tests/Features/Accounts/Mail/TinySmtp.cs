using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SellerLoyaltyPortal.Tests.Features.Accounts.Mail;

/// <summary>A mail server on loopback that keeps what it is given, or refuses the recipient, or speaks TLS.</summary>
internal sealed class TinySmtp : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly bool _refuses;
    private readonly X509Certificate2? _certificate;
    private readonly Task _serving;

    /// <param name="certificate">Offers STARTTLS with it.</param>
    public TinySmtp(bool refuses = false, X509Certificate2? certificate = null)
    {
        (_refuses, _certificate) = (refuses, certificate);
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The head and body of the last mail, as they came.</summary>
    public string? Mail { get; private set; }

    public List<string> Commands { get; } = [];

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                try
                {
                    await TalkAsync(client.GetStream());
                }
                catch (Exception left) when (left is IOException or AuthenticationException)
                {
                    // A client that does not like what it is told goes.
                }
            }
        }
        catch (Exception stopped)
            when (stopped is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n" };
        writer.AutoFlush = true;
        if (stream is not SslStream)
            await writer.WriteLineAsync("220 tiny");
        while (await reader.ReadLineAsync() is { } line)
        {
            Commands.Add(line);
            var command = line.Split(' ', ':')[0].ToUpperInvariant();
            if (command == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var mail = new StringBuilder();
                while (await reader.ReadLineAsync() is { } text && text != ".")
                    mail.AppendLine(text);
                Mail = mail.ToString();
            }
            if (command == "STARTTLS" && _certificate is not null)
            {
                await writer.WriteLineAsync("220 go on");
                await using var secret = new SslStream(stream);
                await secret.AuthenticateAsServerAsync(_certificate);
                await TalkAsync(secret);
                return;
            }
            if (command == "EHLO" && _certificate is not null && stream is not SslStream)
                await writer.WriteAsync("250-tiny\r\n250-STARTTLS\r\n");
            await writer.WriteLineAsync(
                command == "RCPT" && _refuses ? "550 no such mailbox here"
                : command == "QUIT" ? "221 bye"
                : "250 ok"
            );
            if (command == "QUIT")
                return;
        }
    }
}

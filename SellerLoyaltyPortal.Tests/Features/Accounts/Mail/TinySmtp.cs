using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SellerLoyaltyPortal.Tests.Features.Accounts.Mail;

/// <summary>A mail server on loopback that keeps what it is given, or refuses the recipient.</summary>
internal sealed class TinySmtp : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly bool _refuses;
    private readonly Task _serving;

    public TinySmtp(bool refuses = false)
    {
        _refuses = refuses;
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
                await TalkAsync(client.GetStream());
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
